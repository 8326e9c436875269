package latchkey.directory;

import java.util.List;

/**
 * Customers who match a question.
 *
 * @param more whether there may be others beyond these
 */
public record Matches(List<Customer> customers, boolean more) {

    public static final Matches NONE = new Matches(List.of(), false);

    public Matches {
        customers = List.copyOf(customers);
    }
}
