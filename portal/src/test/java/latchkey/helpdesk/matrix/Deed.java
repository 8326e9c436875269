package latchkey.helpdesk.matrix;

import java.util.List;
import java.util.Objects;
import latchkey.testing.Table;

/**
 * What an agent asks for: a row of {@code deeds.tsv}.
 *
 * @param field the attribute, {@code -} where the action has none
 * @param permission what it takes
 * @param asks what proof of the caller it asks for
 * @param forProtected whether a second person's yes opens it for protected customers
 */
record Deed(String name, String action, String field, String permission, String asks, String forProtected) {

    static List<Deed> all() {
        return Table.rows("/matrix/deeds.tsv").stream()
                .map(row -> new Deed(
                        Objects.requireNonNull(row.get("deed")),
                        Objects.requireNonNull(row.get("action")),
                        Objects.requireNonNull(row.get("field")),
                        Objects.requireNonNull(row.get("permission")),
                        Objects.requireNonNull(row.get("asks")),
                        Objects.requireNonNull(row.get("for-protected"))))
                .toList();
    }

    boolean isAnEdit() {
        return !field.equals("-");
    }

    @Override
    public String toString() {
        return name;
    }
}
