package latchkey.helpdesk.search;

import java.util.List;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryId;

/**
 * Finds customers through the contacts linked to them; offered as a bean by whoever knows the contacts. Answers only
 * ids: what a customer looks like is asked of the directory. Every method may throw a {@link ContactsUnavailable}.
 */
public interface ContactLookup {

    /** Whether that directory's customers have contacts at all. */
    boolean covers(DirectoryId directory);

    /** The customer linked to that contact; none when there is no such contact or no link. */
    List<CustomerId> byContactId(DirectoryId directory, UUID contact);

    /** Customers whose contact has that number, written in any of these ways; contacts keep numbers as typed. */
    List<CustomerId> byPhone(DirectoryId directory, List<String> spellings);

    /** Customers whose contact has that address. */
    List<CustomerId> byMailAddress(DirectoryId directory, String address);

    /** The contacts could not be asked; the search goes on without them and says so. */
    class ContactsUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public ContactsUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
