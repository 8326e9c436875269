package latchkey.helpdesk.action;

import java.util.HashMap;
import java.util.Map;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.DirectoryFailure;
import org.jspecify.annotations.Nullable;

/** What a directory's failures are called in the catalogue of problems. */
public class Failures {

    private Failures() {}

    public static Problem problem(DirectoryFailure failure) {
        return switch (failure) {
            case DirectoryFailure.NotFound f -> Problem.CUSTOMER_NOT_FOUND;
            case DirectoryFailure.InvalidValue f -> Problem.INVALID_ATTRIBUTE;
            case DirectoryFailure.AlreadyTaken f -> Problem.VALUE_TAKEN;
            case DirectoryFailure.NotAllowed f -> Problem.DIRECTORY_REFUSED;
            case DirectoryFailure.NotSupported f -> Problem.NOT_POSSIBLE_IN_DIRECTORY;
            case DirectoryFailure.Misconfigured f -> Problem.DIRECTORY_MISCONFIGURED;
            case DirectoryFailure.Throttled f -> Problem.DIRECTORY_BUSY;
            case DirectoryFailure.Unavailable f -> Problem.DIRECTORY_UNAVAILABLE;
            case DirectoryFailure.OutcomeUnknown f -> Problem.OUTCOME_UNKNOWN;
        };
    }

    /** With the directory's own code and request id, for those who must ask its support. */
    static ProblemException told(DirectoryFailure failure) {
        Map<String, Object> members = new HashMap<>();
        put(members, "directoryCode", failure.code());
        put(members, "requestId", failure.requestId());
        if (failure instanceof DirectoryFailure.InvalidValue invalid) {
            put(members, "attribute", invalid.property());
        }
        if (failure instanceof DirectoryFailure.AlreadyTaken taken) {
            put(members, "attribute", taken.property());
        }
        if (failure instanceof DirectoryFailure.Throttled throttled) {
            members.put("retryAfter", Math.max(1, throttled.retryAfter().toSeconds()));
        }
        return new ProblemException(problem(failure), members);
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
