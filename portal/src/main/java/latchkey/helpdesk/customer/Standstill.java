package latchkey.helpdesk.customer;

import java.util.List;
import java.util.Optional;
import latchkey.access.Permission;
import latchkey.api.Problem;
import latchkey.directory.CustomerId;

/** Something that stops every action on a customer until somebody ends it; contributed by another module as a bean. */
public interface Standstill {

    /** What stops actions on this customer now; asked while the page is made, so no call elsewhere. */
    Optional<Stop> of(CustomerId customer);

    /**
     * A customer on whom nothing may be done.
     *
     * @param problem what every action is refused with
     * @param message key of the sentence that the page says first
     * @param arguments of the message; moments are said as people say them
     * @param path where it can be ended
     * @param permission who may go there
     */
    record Stop(Problem problem, String message, List<Object> arguments, String path, Permission permission) {
        public Stop {
            arguments = List.copyOf(arguments);
        }
    }
}
