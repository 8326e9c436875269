package latchkey.helpdesk.search;

import java.util.List;
import java.util.SortedSet;

/**
 * What a search brought.
 *
 * @param found the surest first
 * @param tried every place that was looked at
 * @param unanswered places that could not be asked just now
 * @param more whether there are further customers with such a name
 */
record Result(List<Found> found, SortedSet<Place> tried, SortedSet<Place> unanswered, boolean more) {

    Result with(List<Found> others) {
        return new Result(others, tried, unanswered, more);
    }

    /** Whether it is one customer, found by something that names one. */
    boolean isOneExactly() {
        return found.size() == 1 && found.getFirst().surest().match().isExact();
    }
}
