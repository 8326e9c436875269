package latchkey.helpdesk.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import latchkey.testing.Table;

/**
 * One combination of everything that decides about an action.
 *
 * @param role of the agent, a column of {@code roles.tsv}
 * @param deed a row of {@code deeds.tsv}
 */
record Cell(String role, Deed deed, Sight sight, Shelter shelter, Proof proof, Consent consent) {

    private static final List<Map<String, String>> DECISIONS = Table.rows("/matrix/decisions.tsv");

    private static final List<Map<String, String>> DOORS = Table.rows("/matrix/doors.tsv");

    private static final Map<String, Map<String, String>> ROLES = Table.rows("/matrix/roles.tsv").stream()
            .collect(java.util.stream.Collectors.toMap(row -> row.get("permission"), row -> row));

    /** Whether the agent's populations hold the customer. */
    enum Sight {
        INSIDE,
        OUTSIDE
    }

    /** What protects the customer. */
    enum Shelter {
        NONE,
        VIP,
        COLLEAGUE,
        DIRECTORY_ROLE,
        OWN_ACCOUNT
    }

    /** What the caller has proved. */
    enum Proof {
        NONE,
        ONE,
        TWO,
        EXPIRED,
        ANOTHER_AGENTS;

        boolean isOwnAndGood() {
            return this == ONE || this == TWO;
        }
    }

    /** How far a second person's yes has come, where one is asked for. */
    enum Consent {
        NONE,
        WAITING,
        GIVEN,
        DENIED,
        EXPIRED,
        USED,
        FOR_ANOTHER_CHANGE,
        GIVER_WITHOUT_RIGHT
    }

    /** What the tables say comes of it: {@code done} or a problem's code. */
    String outcome() {
        return DECISIONS.stream()
                .filter(this::fits)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("decisions.tsv says nothing about " + this))
                .get("outcome");
    }

    /** What that door says of it. */
    String told(String door) {
        var outcome = outcome();
        var told = DOORS.stream()
                .filter(row -> is(row, "role", role) && is(row, "door", door) && is(row, "outcome", outcome))
                .findFirst()
                .orElseThrow()
                .get("told");
        return told.equals("=") ? outcome : told;
    }

    static boolean permits(String role, String permission) {
        return Objects.requireNonNull(ROLES.get(permission), permission)
                .get(role)
                .equals("x");
    }

    static List<String> roles() {
        return ROLES.values().iterator().next().keySet().stream().skip(1).toList();
    }

    private boolean fits(Map<String, String> decision) {
        return is(decision, "permitted", permits(role, deed.permission()) ? "yes" : "no")
                && is(decision, "sight", word(sight))
                && is(decision, "protection", word(shelter))
                && is(decision, "for-protected", deed.forProtected())
                && is(decision, "asks", deed.asks())
                && is(decision, "proof", word(proof))
                && is(decision, "approval", word(consent));
    }

    private static boolean is(Map<String, String> decision, String column, String value) {
        var cell = Objects.requireNonNull(decision.get(column), column);
        return cell.equals("*") || Arrays.asList(cell.split("\\|")).contains(value);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
