package latchkey.sync.dataverse;

import java.util.List;
import java.util.UUID;

/** What contacts can be found by. */
public sealed interface ContactQuestion {

    /** Any of the contact's phone numbers, written exactly in one of these ways. */
    record ByPhone(List<String> spellings) implements ContactQuestion {
        public ByPhone {
            spellings = List.copyOf(spellings);
        }
    }

    /** Any of the contact's mail addresses; case does not matter. */
    record ByMailAddress(String address) implements ContactQuestion {}

    /** The directory user that the contact's User Name names. */
    record ByCustomer(UUID objectId) implements ContactQuestion {}
}
