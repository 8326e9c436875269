package latchkey.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** The gate's no, with its reason; the shells of pages and endpoints tell it to the asker. */
public final class Refused extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    /** Why the gate said no. */
    public enum Reason {
        NOT_SIGNED_IN,
        SESSION_ENDED,
        SIGN_IN_FAILED,
        SIGN_IN_UNAVAILABLE,
        NO_ROLE,
        ROLES_UNKNOWN,
        NOT_PERMITTED,
        CSRF_MISSING,
        NOT_HERE,
        TOO_LARGE,
        TOO_MANY_REQUESTS
    }

    private final Reason reason;

    private final @Nullable Duration retryAfter;

    private final @Nullable String code;

    public Refused(Reason reason) {
        this(reason, null, null);
    }

    private Refused(Reason reason, @Nullable Duration retryAfter, @Nullable String code) {
        super(reason.name());
        this.reason = reason;
        this.retryAfter = retryAfter;
        this.code = code;
    }

    /** The issuer did not let the employee in; its own code, such as {@code AADSTS50105}, can be searched for. */
    public static Refused bySignIn(@Nullable String code) {
        return new Refused(Reason.SIGN_IN_FAILED, null, code);
    }

    /** The session was ended, and not by the one whose it is. */
    public static Refused sessionEnded(DeskSession.Ending why) {
        return new Refused(Reason.SESSION_ENDED, null, why.code());
    }

    /** Too many requests; the next one has a chance after this time. */
    public static Refused until(Duration retryAfter) {
        return new Refused(Reason.TOO_MANY_REQUESTS, retryAfter, null);
    }

    public Reason reason() {
        return reason;
    }

    /** How long to wait, where waiting helps. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The issuer's own code, where it gave one; how the session ended, where one did. */
    public @Nullable String code() {
        return code;
    }
}
