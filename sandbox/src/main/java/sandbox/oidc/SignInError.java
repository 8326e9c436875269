package sandbox.oidc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** An error of the sign-in, with Entra's own code (facts §13 and §14.2) and a text that says what to do. */
record SignInError(String error, int code, String message) {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    static SignInError missing(String parameter) {
        return new SignInError(
                "invalid_request",
                900144,
                "The request body must contain the following parameter: '" + parameter + "'.");
    }

    static SignInError unsupported(String parameter, String value) {
        return new SignInError(
                "invalid_request", 90023, "'" + value + "' is not a supported value of '" + parameter + "'.");
    }

    public String title() {
        return "AADSTS" + code + ": " + message;
    }

    /** The text as it travels in {@code error_description}. */
    String description(Instant at) {
        return "%s Trace ID: %s Correlation ID: %s Timestamp: %s"
                .formatted(title(), UUID.randomUUID(), UUID.randomUUID(), TIMESTAMP.format(at));
    }
}
