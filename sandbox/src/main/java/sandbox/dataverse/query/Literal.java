package sandbox.dataverse.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value written in a filter, read as the kind that its column has. */
final class Literal {

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Literal() {}

    static @Nullable Object read(String written, Column column) {
        if ("null".equals(written)) {
            return null;
        }
        return switch (column.kind()) {
            case TEXT -> text(written, column);
            case ID -> id(written, column);
            case NUMBER -> number(written, column);
            case TRUTH -> truth(written, column);
            case TIME -> time(written, column);
        };
    }

    static String text(String written, Column column) {
        if (!written.startsWith("'")) {
            throw mismatch(written, column);
        }
        return written.substring(1, written.length() - 1).replace("''", "'");
    }

    /** A GUID stands bare; quotes are accepted as well. */
    private static String id(String written, Column column) {
        String bare = written.startsWith("'") ? text(written, column) : written;
        if (!GUID.matcher(bare).matches()) {
            throw mismatch(written, column);
        }
        return bare;
    }

    private static Long number(String written, Column column) {
        try {
            return Long.valueOf(written);
        } catch (NumberFormatException e) {
            throw mismatch(written, column);
        }
    }

    private static Boolean truth(String written, Column column) {
        return switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw mismatch(written, column);
        };
    }

    private static Instant time(String written, Column column) {
        try {
            String whole = written.length() == "2026-01-01".length() ? written + "T00:00:00Z" : written;
            return OffsetDateTime.parse(whole).toInstant();
        } catch (DateTimeParseException e) {
            throw mismatch(written, column);
        }
    }

    private static BadQuery mismatch(String written, Column column) {
        return new BadQuery("The value " + written + " cannot be compared with the column '" + column.name()
                + "', which holds " + inWords(column.kind()) + ".");
    }

    private static String inWords(Column.Kind kind) {
        return switch (kind) {
            case TEXT -> "text (quote it)";
            case ID -> "a GUID";
            case NUMBER -> "a number";
            case TRUTH -> "true or false";
            case TIME -> "a time such as 2026-01-31T00:00:00Z";
        };
    }
}
