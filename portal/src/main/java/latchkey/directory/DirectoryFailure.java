package latchkey.directory;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a directory can answer instead of doing what was asked; Microsoft's own words stay readable for people who search for them. */
public abstract sealed class DirectoryFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String requestId;

    private final @Nullable String code;

    private DirectoryFailure(
            @Nullable String words, @Nullable String code, @Nullable String requestId, @Nullable Throwable cause) {
        super(words, cause);
        this.code = code;
        this.requestId = requestId;
    }

    /** The directory's own id of the request, if it answered. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** The directory's own error code, such as {@code Request_BadRequest}. */
    public @Nullable String code() {
        return code;
    }

    /** Whether the same call may succeed later without anybody changing anything. */
    public boolean isTransient() {
        return false;
    }

    /** There is no such customer, or it is not to be seen yet. */
    public static final class NotFound extends DirectoryFailure {
        private static final long serialVersionUID = 1L;

        public NotFound(@Nullable String words, @Nullable String code, @Nullable String requestId) {
            super(words, code, requestId, null);
        }
    }

    /** A value the directory does not take. */
    public static final class InvalidValue extends DirectoryFailure {
        private static final long serialVersionUID = 1L;

        private final @Nullable String property;

        public InvalidValue(
                @Nullable String property, @Nullable String words, @Nullable String code, @Nullable String requestId) {
            super(words, code, requestId, null);
            this.property = property;
        }

        /** Which property, where the directory says so. */
        public @Nullable String property() {
            return property;
        }
    }

    /** Another object already has a value that must be unique. */
    public static final class AlreadyTaken extends DirectoryFailure {
        private static final long serialVersionUID = 1L;

        private final @Nullable String property;

        public AlreadyTaken(
                @Nullable String property, @Nullable String words, @Nullable String code, @Nullable String requestId) {
            super(words, code, requestId, null);
            this.property = property;
        }

        public @Nullable String property() {
            return property;
        }
    }

    /** The app registration lacks a permission or role, or the customer is protected by the directory itself. */
    public static final class NotAllowed extends DirectoryFailure {
        private static final long serialVersionUID = 1L;

        public NotAllowed(@Nullable String words, @Nullable String code, @Nullable String requestId) {
            super(words, code, requestId, null);
        }
    }

    /** The directory refuses this kind of question or operation. */
    public static final class NotSupported extends DirectoryFailure {
        private static final long serialVersionUID = 1L;

        public NotSupported(@Nullable String words, @Nullable String code, @Nullable String requestId) {
            super(words, code, requestId, null);
        }
    }

    /** The credentials of the app registration do not work; nothing will until somebody repairs them. */
    public static final class Misconfigured extends DirectoryFailure {
        private static final long serialVersionUID = 1L;

        public Misconfigured(@Nullable String words, @Nullable String code, @Nullable Throwable cause) {
            super(words, code, null, cause);
        }
    }

    /** Too many calls; nobody calls again before {@link #retryAfter} has passed. */
    public static final class Throttled extends DirectoryFailure {
        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        public Throttled(
                Duration retryAfter, @Nullable String words, @Nullable String code, @Nullable String requestId) {
            super(words, code, requestId, null);
            this.retryAfter = retryAfter;
        }

        public Duration retryAfter() {
            return retryAfter;
        }

        @Override
        public boolean isTransient() {
            return true;
        }
    }

    /** The directory could not be reached or failed before it did anything. */
    public static final class Unavailable extends DirectoryFailure {
        private static final long serialVersionUID = 1L;

        public Unavailable(
                @Nullable String words, @Nullable String code, @Nullable String requestId, @Nullable Throwable cause) {
            super(words, code, requestId, cause);
        }

        @Override
        public boolean isTransient() {
            return true;
        }
    }

    /** A write whose answer was lost: it may have happened, may still happen late, or not at all. Read back before trying again. */
    public static final class OutcomeUnknown extends DirectoryFailure {
        private static final long serialVersionUID = 1L;

        public OutcomeUnknown(
                @Nullable String words, @Nullable String code, @Nullable String requestId, @Nullable Throwable cause) {
            super(words, code, requestId, cause);
        }

        @Override
        public boolean isTransient() {
            return true;
        }
    }
}
