package sandbox.dataverse.query;

import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** {@code contains(column,'…')} and its relatives, without regard to case. */
final class TextMatch {

    private TextMatch() {}

    static Predicate<Row> of(Column column, String function, String written) {
        String wanted = lower(Literal.text(written, column));
        BiPredicate<String, String> match =
                switch (function) {
                    case "startswith" -> String::startsWith;
                    case "endswith" -> String::endsWith;
                    default -> String::contains;
                };
        return row -> row.value(column.name()) instanceof String text && match.test(lower(text), wanted);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
