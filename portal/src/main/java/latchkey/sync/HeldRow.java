package latchkey.sync;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact that a guard holds, without personal data.
 *
 * @param link where the contact is seen in Dataverse, null when its environment left the settings
 * @param reason key of the reason
 * @param attributes what the reason is about
 * @param differences how the customer differs, by attribute: set, change or clear
 */
public record HeldRow(
        String directory,
        UUID contact,
        @Nullable URI link,
        String reason,
        @Nullable String attributes,
        @Nullable UUID customer,
        Map<String, String> differences,
        Instant since) {

    public HeldRow {
        differences = Map.copyOf(differences);
    }
}
