package latchkey.sync.dataverse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of all contacts.
 *
 * @param next where reading goes on; null when this was the last page
 */
public record ContactPage(List<Contact> contacts, @Nullable String next) {

    public ContactPage {
        contacts = List.copyOf(contacts);
    }
}
