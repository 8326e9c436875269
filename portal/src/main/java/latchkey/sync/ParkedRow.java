package latchkey.sync;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact that is not in step, as people are told of it: by its id, without personal data.
 *
 * @param link where the contact is seen in Dataverse, null when its environment left the settings
 * @param reason key of the reason
 * @param cure what ends it: time, contact or person
 * @param words what the other side said
 * @param requestId the other side's id of the request, for its support
 * @param customer whom it was linked to when last seen
 * @param since when it was parked or last looked at
 */
public record ParkedRow(
        String directory,
        UUID contact,
        @Nullable URI link,
        String reason,
        String cure,
        @Nullable String words,
        @Nullable String requestId,
        @Nullable UUID customer,
        int attempts,
        @Nullable Instant since) {}
