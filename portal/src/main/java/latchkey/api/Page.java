package latchkey.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list: clients ask with {@code limit} and go on with {@code cursor}.
 *
 * @param items in the list's order
 * @param next the cursor of the next page; absent on the last
 * @param <T> what the list is of
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }
}
