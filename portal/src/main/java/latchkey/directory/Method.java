package latchkey.directory;

import org.jspecify.annotations.Nullable;

/**
 * An authentication method of a customer.
 *
 * @param id the directory's id of it
 * @param kind what it is
 * @param detail the number or address it uses, null where the directory gives none
 */
public record Method(String id, Kind kind, @Nullable String detail) {

    /** The sorts of method that consumer directories know (facts §5). */
    public enum Kind {
        PASSWORD,
        MOBILE_PHONE,
        ALTERNATE_PHONE,
        OFFICE_PHONE,
        EMAIL,
        SOFTWARE_TOKEN,
        OTHER
    }
}
