package sandbox.dataverse.webhook;

import java.time.Instant;
import java.util.UUID;
import sandbox.people.Contact;
import sandbox.people.ContactChanged;
import sandbox.people.ContactChanged.Message;

/** One change of a contact on its way to the webhook, under the ids that the platform gives it. */
record Operation(
        String id, String correlationId, String jobId, Instant createdOn, boolean synchronous, ContactChanged change) {

    static Operation of(ContactChanged change, Instant now, boolean synchronous) {
        return new Operation(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                now,
                synchronous,
                change);
    }

    Contact contact() {
        return change.contact();
    }

    Message message() {
        return change.message();
    }
}
