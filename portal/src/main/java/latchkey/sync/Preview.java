package latchkey.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.AttributeValue;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryId;
import latchkey.directory.MaskedAddress;
import latchkey.sync.dataverse.Contact;
import latchkey.sync.dataverse.Contacts;
import latchkey.sync.dataverse.ContactsFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the mapping would change at the customer of a contact, read from both sides now and shown masked. */
@Component
class Preview {

    private static final String DOTS = "•••";

    private final Mappings mappings;
    private final Memory memory;
    private final Directories directories;
    private final Contacts contacts;

    Preview(Mappings mappings, Memory memory, Directories directories, Contacts contacts) {
        this.mappings = mappings;
        this.memory = memory;
        this.directories = directories;
        this.contacts = contacts;
    }

    /**
     * What would change.
     *
     * @param reason key of why the contact feeds no customer; null when it feeds one
     * @param changes nothing when both are in step
     */
    public record Shown(@Nullable String reason, List<Line> changes) {

        public Shown {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One attribute.
     *
     * @param kind set, change or clear
     * @param before masked; null when there is none
     * @param after masked; null when it is cleared
     */
    public record Line(
            String attribute,
            String kind,
            @Nullable String before,
            @Nullable String after) {}

    /** Asks both sides; tells a problem when one does not answer. */
    Shown of(DirectoryId directory, UUID contact) {
        try {
            return asked(directory, contact);
        } catch (ContactsFailure e) {
            throw new ProblemException(Problem.DATAVERSE_UNAVAILABLE);
        } catch (DirectoryFailure e) {
            throw new ProblemException(Problem.DIRECTORY_UNAVAILABLE);
        }
    }

    /** Asks both sides; throws their failures. */
    Shown asked(DirectoryId directory, UUID contact) {
        var found = contacts.byIds(
                        directory, List.of(contact), mappings.of(directory).columns())
                .get(contact);
        return found == null ? nobody(Reason.CONTACT_GONE) : of(directory, found);
    }

    /** Of a contact that was read already. */
    Shown of(DirectoryId directory, Contact contact) {
        try {
            return switch (Link.of(contact)) {
                case Link.ToNobody nobody -> nobody(nobody.reason());
                case Link.ToCustomer linked -> of(directory, contact, linked.objectId());
            };
        } catch (Mapping.Unfit e) {
            return nobody(Reason.INVALID_VALUE);
        }
    }

    private Shown of(DirectoryId id, Contact contact, UUID objectId) {
        var directory = directories.forBulk(id);
        var customer = directory.flatMap(known -> known.customers().byId(new CustomerId(id, objectId)));
        if (directory.isEmpty() || customer.isEmpty()) {
            return nobody(directory.isEmpty() ? Reason.DIRECTORY_UNKNOWN : Reason.NO_SUCH_CUSTOMER);
        }
        var desired = mappings.of(id)
                .desired(
                        contact,
                        directory.get(),
                        customer.get(),
                        (key, value) -> memory.isOurs(id, contact.id(), key, value));
        var kinds = Push.shown(desired, customer.get());
        var lines = new ArrayList<Line>();
        Mapping.differences(desired, customer.get())
                .values()
                .forEach((key, after) -> lines.add(new Line(
                        key.name(),
                        String.valueOf(kinds.get(key.name())),
                        masked(customer.get().attribute(key)),
                        masked(after))));
        return new Shown(null, lines);
    }

    private static Shown nobody(Reason reason) {
        return new Shown(reason.key(), List.of());
    }

    private static @Nullable String masked(Optional<AttributeValue> value) {
        return value.map(AttributeValue::asText).map(Preview::masked).orElse(null);
    }

    /** Addresses as everywhere, of other texts the first letter. */
    private static String masked(String text) {
        return text.indexOf('@') > 0 && text.indexOf(' ') < 0
                ? MaskedAddress.of(text)
                : text.isEmpty() ? DOTS : text.substring(0, text.offsetByCodePoints(0, 1)) + DOTS;
    }
}
