package latchkey.sync;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What follows from a linked contact that is no more. Nothing of it changes the customer.
 *
 * @param merged into another one
 * @param inactive put to rest
 * @param deleted from Dataverse
 */
@ConfigurationProperties("latchkey.sync.gone-contacts")
record GoneSettings(
        @DefaultValue("list") Answer merged,
        @DefaultValue("list") Answer inactive,
        @DefaultValue("list") Answer deleted) {

    /** What is done. */
    enum Answer {
        /** The customer is untouched, and listed for a person. */
        LIST,
        /** The customer is untouched, and nobody is told. */
        IGNORE
    }
}
