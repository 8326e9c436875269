package latchkey.sync;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What feeds one attribute.
 *
 * @param column the contact's column; null when the value is made of several
 * @param columns further columns that the value reads
 * @param value in CEL, what becomes of them; the column as it is when left out
 * @param whenEmpty what an empty value means
 * @param wins whose value counts when both sides have one
 */
record Feed(
        @Nullable String column,
        @DefaultValue Set<String> columns,
        @Nullable String value,
        @DefaultValue("clear") WhenEmpty whenEmpty,
        @DefaultValue("contact") Winner wins) {

    private static final Pattern COLUMN = Pattern.compile("[a-z_][a-z0-9_]{0,99}");

    /** What to do about an attribute whose column is empty. */
    enum WhenEmpty {
        CLEAR,
        KEEP
    }

    /** Whose value counts. */
    enum Winner {
        CONTACT,
        /** The contact fills the attribute once; from then on it belongs to the directory. */
        DIRECTORY
    }

    Feed {
        columns = Set.copyOf(columns);
        if (column == null && (value == null || columns.isEmpty())) {
            throw new IllegalArgumentException("no column feeds it; name one as column, or several as columns"
                    + " together with the value that is made of them");
        }
        read(column, columns).forEach(Feed::demandColumn);
        if (value != null) {
            new Transform(value, read(column, columns), null);
        }
    }

    static Feed of(String column) {
        return new Feed(column, Set.of(), null, WhenEmpty.CLEAR, Winner.CONTACT);
    }

    /** Every column that is read for it. */
    Set<String> read() {
        return read(column, columns);
    }

    // The names become part of questions to Dataverse.
    static void demandColumn(String column) {
        if (!COLUMN.matcher(column).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not the logical name of a column: lower-case letters, digits and _".formatted(column));
        }
    }

    private static Set<String> read(@Nullable String column, Set<String> columns) {
        var all = new TreeSet<>(columns);
        if (column != null) {
            all.add(column);
        }
        return all;
    }
}
