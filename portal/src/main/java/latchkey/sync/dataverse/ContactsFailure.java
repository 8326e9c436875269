package latchkey.sync.dataverse;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What Dataverse can answer instead of contacts, in its own words. */
public abstract sealed class ContactsFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String requestId;

    private ContactsFailure(@Nullable String words, @Nullable String requestId, @Nullable Throwable cause) {
        super(words, cause);
        this.requestId = requestId;
    }

    public @Nullable String requestId() {
        return requestId;
    }

    /** Service protection (Dataverse facts §1e): nobody calls before {@link #retryAfter} has passed. */
    public static final class Throttled extends ContactsFailure {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        public Throttled(Duration retryAfter, @Nullable String words, @Nullable String requestId) {
            super(words, requestId, null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** It could not be reached, or failed on its side. */
    public static final class Unavailable extends ContactsFailure {
        private static final long serialVersionUID = 1L;

        public Unavailable(@Nullable String words, @Nullable String requestId, @Nullable Throwable cause) {
            super(words, requestId, cause);
        }
    }

    /** The application user may not read contacts, its credentials do not work, or the question is refused. */
    public static final class Misconfigured extends ContactsFailure {
        private static final long serialVersionUID = 1L;

        public Misconfigured(@Nullable String words, @Nullable String requestId, @Nullable Throwable cause) {
            super(words, requestId, cause);
        }
    }
}
