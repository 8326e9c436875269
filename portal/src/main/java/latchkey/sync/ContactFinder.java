package latchkey.sync;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;
import latchkey.helpdesk.search.ContactLookup;
import latchkey.sync.dataverse.Contact;
import latchkey.sync.dataverse.ContactQuestion;
import latchkey.sync.dataverse.Contacts;
import latchkey.sync.dataverse.ContactsFailure;
import latchkey.sync.dataverse.DataverseSettings;
import org.springframework.stereotype.Component;

/** Finds customers through what their contacts know and the directory cannot filter by, such as mobile numbers. */
@Component
class ContactFinder implements ContactLookup {

    private static final int MOST = 20;

    private final Contacts contacts;
    private final DataverseSettings settings;

    ContactFinder(Contacts contacts, DataverseSettings settings) {
        this.contacts = contacts;
        this.settings = settings;
    }

    @Override
    public boolean covers(DirectoryId directory) {
        return settings.dataverse().containsKey(directory.value());
    }

    @Override
    public List<CustomerId> byContactId(DirectoryId directory, UUID contact) {
        return customers(
                directory,
                () -> List.copyOf(
                        contacts.byIds(directory, List.of(contact), List.of()).values()));
    }

    @Override
    public List<CustomerId> byPhone(DirectoryId directory, List<String> spellings) {
        return spellings.isEmpty() ? List.of() : matching(directory, new ContactQuestion.ByPhone(spellings));
    }

    @Override
    public List<CustomerId> byMailAddress(DirectoryId directory, String address) {
        return matching(directory, new ContactQuestion.ByMailAddress(address));
    }

    private List<CustomerId> matching(DirectoryId directory, ContactQuestion question) {
        return customers(directory, () -> contacts.matching(directory, question, List.of(), MOST));
    }

    private static List<CustomerId> customers(DirectoryId directory, Supplier<List<Contact>> found) {
        try {
            return found.get().stream()
                    .flatMap(contact -> Link.of(contact).customer().stream())
                    .distinct()
                    .map(objectId -> new CustomerId(directory, objectId))
                    .toList();
        } catch (ContactsFailure failure) {
            throw new ContactsUnavailable("Dataverse did not answer", failure);
        }
    }
}
