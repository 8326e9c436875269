package sandbox.dataverse.webhook;

import java.time.Instant;
import java.util.UUID;
import sandbox.people.ContactChanged;

/** One change of a contact on its way to the webhook, under the ids that the platform gives it. */
record Operation(String id, String correlationId, String jobId, Instant createdOn, ContactChanged change) {

    static Operation of(ContactChanged change, Instant now) {
        return new Operation(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                now,
                change);
    }
}
