package latchkey.directory;

import java.util.List;
import java.util.Optional;

/** Reading customers. Every method may throw a {@link DirectoryFailure}. */
public interface Customers {

    /** The customer, or empty when the directory has none with that id (or does not show it yet). */
    Optional<Customer> byId(CustomerId id);

    /** Customers matching the question, at most {@code limit} (1 to 100); costs one call. */
    default List<Customer> matching(CustomerQuery query, int limit) {
        return matching(query, Population.EVERYONE, limit).customers();
    }

    /**
     * The first customers of a population that match the question, at most {@code limit} (1 to 100). Costs one call
     * where the directory can filter by the population; where it cannot, pages are read until enough are found.
     */
    Matches matching(CustomerQuery query, Population among, int limit);

    /**
     * Whether the customer holds a directory role, which makes them protected: no agent acts on them (facts §4.6,
     * §8: {@code memberOf/microsoft.graph.directoryRole} is not empty). False when there is no such customer.
     */
    boolean holdsDirectoryRole(CustomerId id);

    /** Whether the directory keeps the customer among those that were deleted lately and can be restored (facts §4.11). */
    boolean isDeleted(CustomerId id);
}
