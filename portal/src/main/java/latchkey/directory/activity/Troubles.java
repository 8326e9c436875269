package latchkey.directory.activity;

import latchkey.directory.DirectoryFailure;
import latchkey.directory.LogReading.Trouble;

/** Says what a directory's failure means for reading its log. */
final class Troubles {

    private Troubles() {}

    static Trouble of(DirectoryFailure failure) {
        return switch (failure) {
            case DirectoryFailure.NotAllowed e -> Trouble.NOT_ALLOWED;
            case DirectoryFailure.Misconfigured e -> Trouble.MISCONFIGURED;
            case DirectoryFailure.Throttled e -> Trouble.THROTTLED;
            case DirectoryFailure.Unavailable e -> Trouble.UNAVAILABLE;
            case DirectoryFailure.OutcomeUnknown e -> Trouble.UNAVAILABLE;
            case DirectoryFailure.NotFound e -> Trouble.REFUSED;
            case DirectoryFailure.InvalidValue e -> Trouble.REFUSED;
            case DirectoryFailure.AlreadyTaken e -> Trouble.REFUSED;
            case DirectoryFailure.NotSupported e -> Trouble.REFUSED;
        };
    }
}
