package latchkey.helpdesk.customer;

import java.util.List;
import java.util.Optional;
import latchkey.directory.CustomerId;

/** What was done to a customer, as our trail tells it. */
interface Past {

    /** The latest events, newest first. */
    List<PastEvent> of(CustomerId customer, int limit);

    /** Who closed sign-in last, if it was done here and not opened again since. */
    Optional<PastEvent> blockOf(CustomerId customer);
}
