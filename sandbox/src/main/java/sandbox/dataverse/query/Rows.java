package sandbox.dataverse.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a table, to be read in the order of their keys from any place on. */
public interface Rows {

    /** Those whose keys come after this one, in the order of the keys. */
    Stream<Row> after(String key);

    /** Those with this value in a column that has an index; empty when it has none. */
    default Optional<Stream<Row>> with(String column, @Nullable Object value) {
        return Optional.empty();
    }

    /** A few rows in any order. */
    static Rows of(Table table, Collection<? extends Row> rows) {
        return key -> rows.stream()
                .<Row>map(row -> row)
                .filter(row -> key(table, row).compareTo(key) > 0)
                .sorted(Comparator.comparing(row -> key(table, row)));
    }

    static String key(Table table, Row row) {
        return String.valueOf(row.value(table.key()));
    }
}
