package latchkey.sync;

import java.time.Duration;
import latchkey.directory.DirectoryFailure;
import latchkey.sync.Verdict.Trouble;
import latchkey.sync.dataverse.ContactsFailure;

/** What the failures of both sides mean for a contact. */
final class Failures {

    private Failures() {}

    /** Of a call that certainly wrote nothing. */
    static Verdict verdict(DirectoryFailure failure) {
        var trouble = trouble(failure);
        return switch (failure) {
            case DirectoryFailure.Throttled throttled -> new Verdict.Later(trouble, throttled.retryAfter(), false);
            case DirectoryFailure.Unavailable unavailable -> new Verdict.Later(trouble, Duration.ZERO, true);
            case DirectoryFailure.OutcomeUnknown unknown -> new Verdict.Later(trouble, Duration.ZERO, true);
            // nothing is wrong with the contact: it is tried on until somebody has repaired the app registration
            case DirectoryFailure.Misconfigured misconfigured -> new Verdict.Later(trouble, Duration.ZERO, true);
            case DirectoryFailure.NotFound missing -> new Verdict.Hopeless(trouble);
            case DirectoryFailure.InvalidValue invalid -> new Verdict.Hopeless(trouble);
            case DirectoryFailure.AlreadyTaken taken -> new Verdict.Hopeless(trouble);
            case DirectoryFailure.NotAllowed refused -> new Verdict.Hopeless(trouble);
            case DirectoryFailure.NotSupported unsupported -> new Verdict.Hopeless(trouble);
        };
    }

    static Verdict verdict(ContactsFailure failure) {
        var trouble = new Trouble(reason(failure), failure.getMessage(), failure.requestId());
        return switch (failure) {
            case ContactsFailure.Throttled throttled -> new Verdict.Later(trouble, throttled.retryAfter(), false);
            case ContactsFailure.Unavailable unavailable -> new Verdict.Later(trouble, Duration.ZERO, true);
            case ContactsFailure.Misconfigured misconfigured -> new Verdict.Later(trouble, Duration.ZERO, true);
        };
    }

    static Trouble trouble(DirectoryFailure failure) {
        return new Trouble(reason(failure), words(failure), failure.requestId());
    }

    private static Reason reason(DirectoryFailure failure) {
        return switch (failure) {
            case DirectoryFailure.Throttled throttled -> Reason.DIRECTORY_BUSY;
            case DirectoryFailure.Unavailable unavailable -> Reason.DIRECTORY_UNAVAILABLE;
            case DirectoryFailure.OutcomeUnknown unknown -> Reason.OUTCOME_UNKNOWN;
            case DirectoryFailure.Misconfigured misconfigured -> Reason.DIRECTORY_MISCONFIGURED;
            case DirectoryFailure.NotFound missing -> Reason.NO_SUCH_CUSTOMER;
            case DirectoryFailure.InvalidValue invalid -> Reason.INVALID_VALUE;
            case DirectoryFailure.AlreadyTaken taken -> Reason.VALUE_TAKEN;
            case DirectoryFailure.NotAllowed refused -> Reason.NOT_ALLOWED;
            case DirectoryFailure.NotSupported unsupported -> Reason.NOT_SUPPORTED;
        };
    }

    private static Reason reason(ContactsFailure failure) {
        return switch (failure) {
            case ContactsFailure.Throttled throttled -> Reason.DATAVERSE_BUSY;
            case ContactsFailure.Unavailable unavailable -> Reason.DATAVERSE_UNAVAILABLE;
            case ContactsFailure.Misconfigured misconfigured -> Reason.DATAVERSE_MISCONFIGURED;
        };
    }

    private static @org.jspecify.annotations.Nullable String words(DirectoryFailure failure) {
        return failure.code() == null ? failure.getMessage() : failure.code() + ": " + failure.getMessage();
    }
}
