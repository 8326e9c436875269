package sandbox.dataverse;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.people.Author;
import sandbox.people.Contact;
import sandbox.people.Contacts;

/** Two contacts that are one person become one: the other is deactivated and says into which it went. */
@Component
public class Merges {

    private final Contacts contacts;

    Merges(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Keeps the master, with these columns changed, and gives the other one up. */
    public void merge(String master, String other, Map<String, @Nullable Object> updates, Author author) {
        var kept = present(master);
        var given = present(other);
        if (kept.id().equals(given.id())) {
            throw new Impossible("A contact cannot be merged with itself.");
        }
        if (isInactive(given) || isInactive(kept)) {
            throw new Impossible("Merge is not allowed: a contact that is inactive cannot be merged.");
        }
        if (!updates.isEmpty()) {
            contacts.change(kept.id(), updates, author);
        }
        contacts.change(given.id(), givenUp(kept), author);
    }

    private static Map<String, @Nullable Object> givenUp(Contact master) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(Contact.STATE, 1);
        columns.put("statuscode", 2);
        columns.put(Contact.MERGED, true);
        columns.put(Contact.MASTER, master.id());
        return columns;
    }

    private Contact present(String id) {
        return contacts.contact(id).orElseThrow(() -> new Impossible("contact With Id = " + id + " Does Not Exist"));
    }

    private static boolean isInactive(Contact contact) {
        return contact.column(Contact.STATE) instanceof Number state && state.intValue() == 1;
    }

    /** The two cannot become one. */
    public static final class Impossible extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Impossible(String why) {
            super(why);
        }
    }
}
