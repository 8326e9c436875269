package latchkey.directory.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import latchkey.directory.DirectoryEvent.Result;
import org.jspecify.annotations.Nullable;

/**
 * An event about a user, with what the timeline needs of it (facts §7.1, §7.2): no values of properties, no IP address,
 * no names of persons.
 *
 * @param customer the object id of the user it is about
 * @param service which part of the directory logged it, such as {@code Core Directory} or {@code B2C}
 * @param code of what went wrong in a sign-in (facts §14.1), without the words around it
 * @param policy the sign-in policy, for what B2C logs
 * @param client id of the application that was signed in to, for what B2C logs
 * @param changed names of the properties that were changed
 */
public record LoggedEvent(
        String id,
        UUID customer,
        Instant at,
        String activity,
        String service,
        Result result,
        @Nullable String correlationId,
        Initiator by,
        @Nullable String code,
        @Nullable String policy,
        @Nullable String client,
        List<String> changed) {

    public LoggedEvent {
        changed = List.copyOf(changed);
    }

    /**
     * Who did it, in the log's words.
     *
     * @param app an application's id, which the log often leaves out
     * @param principal the object id of the application's service principal
     * @param appName the application's name
     * @param person a person's object id
     */
    public record Initiator(
            @Nullable String app,
            @Nullable String principal,
            @Nullable String appName,
            @Nullable String person) {}
}
