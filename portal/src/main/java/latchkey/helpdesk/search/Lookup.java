package latchkey.helpdesk.search;

import java.util.List;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerQuery;

/** One question of a search: of the directory, or of the contacts. */
sealed interface Lookup {

    Place place();

    /** One customer by the directory's own id. */
    record ById(Place place, CustomerId id) implements Lookup {}

    /** Customers by a question of the directory. */
    record ByQuery(Place place, CustomerQuery query) implements Lookup {}

    /** The customer linked to a contact. */
    record ByContactId(Place place, UUID contact) implements Lookup {}

    /** Customers by the phone of their contact. */
    record ByContactPhone(Place place, List<String> spellings) implements Lookup {}

    /** Customers by the address of their contact. */
    record ByContactAddress(Place place, String address) implements Lookup {}
}
