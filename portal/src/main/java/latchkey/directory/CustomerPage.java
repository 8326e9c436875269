package latchkey.directory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some of all customers of a directory.
 *
 * @param next where reading goes on, also by another process; null when this was the last page
 */
public record CustomerPage(List<Row> rows, @Nullable String next) {

    public CustomerPage {
        rows = List.copyOf(rows);
    }

    /** What was read of one customer: those of the attributes asked for that have a value. */
    public record Row(CustomerId id, Map<AttributeKey, AttributeValue> attributes) {

        public Row {
            attributes = Map.copyOf(attributes);
        }
    }
}
