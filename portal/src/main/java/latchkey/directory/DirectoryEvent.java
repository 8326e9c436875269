package latchkey.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the directory's own log says of a customer (facts §7.1, §7.2).
 *
 * @param id the directory's own
 * @param at by the directory's clock
 * @param activity in the directory's words, such as {@code Disable account}
 * @param signIn whether the customer did it while signing in, instead of somebody changing the account
 * @param by who
 * @param correlationId the id under which the caller asked for it, where the log has one
 * @param policy of a sign-in; null otherwise
 * @param code of what went wrong in a sign-in, such as {@code AADB2C90225} (facts §14.1); null otherwise
 * @param client id of the application that was signed in to; null otherwise
 * @param changed names of the properties that were changed, never their values
 */
public record DirectoryEvent(
        String id,
        Instant at,
        String activity,
        boolean signIn,
        Result result,
        Author by,
        @Nullable String correlationId,
        @Nullable String code,
        @Nullable String policy,
        @Nullable String client,
        List<String> changed) {

    public DirectoryEvent {
        changed = List.copyOf(changed);
    }

    /** How it ended. */
    public enum Result {
        SUCCESS,
        FAILURE,
        /** The directory itself does not know, or says it in a word that we do not know. */
        UNKNOWN
    }

    /**
     * Who did it.
     *
     * @param name an application's name or a person's object id; null when the log names nobody
     */
    public record Author(Kind kind, @Nullable String name) {}

    /** The sorts of authors. */
    public enum Kind {
        /** One of Latchkey's own app registrations. */
        LATCHKEY,
        /** Another application. */
        APPLICATION,
        /** Somebody with an account in the directory. */
        PERSON,
        /** The customer the event is about. */
        CUSTOMER,
        /** The log does not say. */
        NOBODY
    }
}
