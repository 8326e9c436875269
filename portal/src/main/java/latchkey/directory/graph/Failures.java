package latchkey.directory.graph;

import java.io.IOException;
import java.util.regex.Pattern;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryFailure.AlreadyTaken;
import latchkey.directory.DirectoryFailure.InvalidValue;
import latchkey.directory.DirectoryFailure.Misconfigured;
import latchkey.directory.DirectoryFailure.NotAllowed;
import latchkey.directory.DirectoryFailure.NotFound;
import latchkey.directory.DirectoryFailure.NotSupported;
import latchkey.directory.DirectoryFailure.OutcomeUnknown;
import latchkey.directory.DirectoryFailure.Unavailable;
import org.jspecify.annotations.Nullable;

/** The one place where Graph's refusals become the product's (facts §3.2); too many calls are the {@link Gate}'s. */
final class Failures {

    // "property 'mail' of resource 'User'" and "for property proxyAddresses already exists" (facts §3.2).
    private static final Pattern NAMED_PROPERTY = Pattern.compile("property '?([A-Za-z0-9_]+)'?");

    private Failures() {}

    static DirectoryFailure ofRead(Answer answer) {
        var error = ErrorBody.of(answer);
        if (answer.status() == 400) {
            return refusedQuestion(error);
        }
        return answer.status() == 408 || isServersFault(answer) ? unavailable(error) : common(answer, error);
    }

    /**
     * A write that got an answer. Any 5xx leaves open whether it happened: Graph is known to answer 504 after applying a
     * write, and nothing promises that 500, 502 or 503 come from a place that the write had not passed yet (facts §3.2,
     * §17.13). Only the two codes for colliding writes say that it did not.
     */
    static DirectoryFailure ofWrite(Answer answer) {
        var error = ErrorBody.of(answer);
        if (isCollision(error)) {
            return unavailable(error);
        }
        if (answer.status() == 400) {
            return refusedValue(error);
        }
        if (answer.status() == 408 || isServersFault(answer)) {
            return new OutcomeUnknown(error.message(), error.code(), error.requestId(), null);
        }
        return common(answer, error);
    }

    static DirectoryFailure ofLostRead(Throwable cause) {
        return new Unavailable("The directory gave no usable answer: " + cause.getMessage(), null, null, cause);
    }

    static DirectoryFailure ofLostWrite(IOException cause) {
        var words = "The answer was lost: " + cause.getMessage();
        return cause instanceof Wire.NotSent
                ? new Unavailable("The directory cannot be reached: " + cause.getMessage(), null, null, cause)
                : new OutcomeUnknown(words, null, null, cause);
    }

    private static DirectoryFailure common(Answer answer, ErrorBody error) {
        return switch (answer.status()) {
            case 401 -> new Misconfigured(error.message(), error.code(), null);
            case 403 -> new NotAllowed(error.message(), error.code(), error.requestId());
            case 404 -> new NotFound(error.message(), error.code(), error.requestId());
            case 409, 423 -> unavailable(error);
            default ->
                answer.status() < 400
                        ? unavailable(error)
                        : new NotSupported(error.message(), error.code(), error.requestId());
        };
    }

    private static DirectoryFailure refusedQuestion(ErrorBody error) {
        return error.hasCode("Directory_ExpiredPageToken")
                ? unavailable(error)
                : new NotSupported(error.message(), error.code(), error.requestId());
    }

    private static DirectoryFailure refusedValue(ErrorBody error) {
        if (error.hasCode("Request_UnsupportedQuery")) {
            return new NotSupported(error.message(), error.code(), error.requestId());
        }
        // The text is looked at only where no detail tells a duplicate from a bad value (facts §3.2).
        var taken = error.hasDetail("ObjectConflict") || error.says("already exists");
        return taken
                ? new AlreadyTaken(property(error), error.message(), error.code(), error.requestId())
                : new InvalidValue(property(error), error.message(), error.code(), error.requestId());
    }

    private static @Nullable String property(ErrorBody error) {
        if (error.target() != null) {
            return error.target();
        }
        var named = NAMED_PROPERTY.matcher(error.message());
        if (named.find()) {
            return named.group(1);
        }
        return error.says("password") ? "password" : null;
    }

    private static boolean isCollision(ErrorBody error) {
        return error.hasCode("Directory_ConcurrencyViolation")
                || error.hasCode("Request_MultipleObjectsWithSameKeyValue");
    }

    private static boolean isServersFault(Answer answer) {
        return answer.status() >= 500 && answer.status() != 501;
    }

    private static Unavailable unavailable(ErrorBody error) {
        return new Unavailable(error.message(), error.code(), error.requestId(), null);
    }
}
