package sandbox.graph.users;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import sandbox.graph.GraphError;

/** What a password must be (facts §4.7). */
final class Passwords {

    private static final int SHORTEST = 8;
    private static final int KINDS_NEEDED = 3;

    private Passwords() {}

    static void demandStrong(String password, int longest) {
        if (password.length() < SHORTEST || password.length() > longest || kinds(password) < KINDS_NEEDED) {
            var message = "The specified password does not comply with password complexity requirements. Please"
                    + " provide a different password.";
            throw new GraphError(
                    400,
                    "Request_BadRequest",
                    message,
                    List.of(new GraphError.Detail("PasswordComplexity", message, "password")));
        }
    }

    private static long kinds(String password) {
        return Stream.<IntPredicate>of(
                        Character::isLowerCase,
                        Character::isUpperCase,
                        Character::isDigit,
                        c -> !Character.isLetterOrDigit(c))
                .filter(kind -> password.codePoints().anyMatch(kind))
                .count();
    }
}
