package latchkey.helpdesk.customer;

import java.util.List;
import latchkey.access.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Something an agent may do to a customer, contributed by the action's module as a bean; the page links to
 * {@code …/actions/<key>}. Its words are the messages {@code action.<key>.label} and {@code action.<key>.hint}.
 */
public interface CustomerAction {

    /** Its name in addresses, such as {@code reset-password}. */
    String key();

    /** Where it stands among the others, lowest first. */
    int order();

    /** What an agent needs to be offered it; without it the action is not mentioned. */
    Permission permission();

    default Weight weight() {
        return Weight.ORDINARY;
    }

    /** Whether it can be done to this customer now; asked while the page is made, so no call elsewhere. */
    Offer offer(Viewing viewing);

    /** Whether an action is offered. */
    sealed interface Offer {

        /**
         * The page links to it.
         *
         * @param doubt message that says why the directory may still refuse; null when nothing speaks against it
         */
        record Possible(@Nullable String doubt) implements Offer {

            /** Nothing speaks against it. */
            public Possible() {
                this(null);
            }
        }

        /**
         * The page says why it cannot be done.
         *
         * @param message key of the reason
         * @param arguments of the message
         */
        record NotPossible(String message, List<Object> arguments) implements Offer {
            public NotPossible {
                arguments = List.copyOf(arguments);
            }
        }

        /** The page does not mention it: unblocking somebody who is not blocked. */
        record Pointless() implements Offer {}
    }

    /** How an action looks among the others. */
    enum Weight {
        /** What this desk does most. */
        MAIN,
        ORDINARY,
        /** Takes something away from the customer. */
        GRAVE
    }
}
