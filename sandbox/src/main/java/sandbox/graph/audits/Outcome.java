package sandbox.graph.audits;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How a sign-in ended, in the words of Entra (facts §14.2) and of B2C (facts §14.1). */
public enum Outcome {
    SUCCESS("success", 0, "", "N/A"),
    WRONG_PASSWORD(
            "wrongPassword",
            50126,
            "Error validating credentials due to invalid username or password.",
            "AADB2C90225: The username or password provided in the request are invalid."),
    BLOCKED(
            "blocked",
            50057,
            "User account is disabled. The account has been disabled by an administrator.",
            "AADB2C90111: Your account has been locked. Contact your support person to unlock it, then try again."),
    LOCKED(
            "locked",
            50053,
            "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
            "AADB2C90114: Your account is temporarily locked to prevent unauthorized use. Try again later.");

    private final String key;
    private final int errorCode;
    private final String reason;
    private final String reasonOfB2c;

    Outcome(String key, int errorCode, String reason, String reasonOfB2c) {
        this.key = key;
        this.errorCode = errorCode;
        this.reason = reason;
        this.reasonOfB2c = reasonOfB2c;
    }

    /**
     * The outcome with this name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    @JsonCreator
    public static Outcome named(String name) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.key.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No sign-in ends '" + name + "'; there are success, wrongPassword, blocked and locked"));
    }

    @JsonValue
    public String key() {
        return key;
    }

    int errorCode() {
        return errorCode;
    }

    String reason() {
        return reason;
    }

    String reasonOfB2c() {
        return reasonOfB2c;
    }
}
