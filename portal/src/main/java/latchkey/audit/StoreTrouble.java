package latchkey.audit;

import java.sql.SQLException;

/** What the database said when it took no entry; without the values, which its driver repeats in its own message. */
final class StoreTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StoreTrouble(String message) {
        super(message);
    }

    static StoreTrouble of(Exception trouble) {
        Throwable root = trouble;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var said = root.getClass().getSimpleName() + ": " + firstLine(root.getMessage());
        var known = new StoreTrouble(root instanceof SQLException sql ? said + " (" + sql.getSQLState() + ")" : said);
        known.setStackTrace(root.getStackTrace());
        return known;
    }

    private static String firstLine(@org.jspecify.annotations.Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
