package latchkey.sync;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import latchkey.sync.dataverse.Contact;

/**
 * Whom a contact's User Name names: the object id of a directory user for those who sign in through the directory, any
 * other text for those who sign in elsewhere (Dataverse facts §2).
 */
sealed interface Link {

    /** A directory user, who may or may not exist. */
    record ToCustomer(UUID objectId) implements Link {}

    /** Nobody in the directory. */
    record ToNobody(Reason reason) implements Link {}

    static Link of(Contact contact) {
        var userName = contact.userName();
        if (!contact.active()) {
            return new ToNobody(contact.isMerged() ? Reason.CONTACT_MERGED : Reason.CONTACT_INACTIVE);
        }
        if (userName == null || userName.isBlank()) {
            return new ToNobody(Reason.NO_USER_NAME);
        }
        return Guid.read(userName).<Link>map(ToCustomer::new).orElseGet(() -> new ToNobody(Reason.USER_NAME_NOT_AN_ID));
    }

    default Optional<UUID> customer() {
        return this instanceof ToCustomer linked ? Optional.of(linked.objectId()) : Optional.empty();
    }

    /** A GUID written out, where Java's own reader would also take shortened ones. */
    final class Guid {

        private static final Pattern FORM =
                Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

        private Guid() {}

        static Optional<UUID> read(String text) {
            return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
        }
    }
}
