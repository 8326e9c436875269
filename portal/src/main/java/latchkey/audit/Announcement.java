package latchkey.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to do, or was refused.
 *
 * @param actor who
 * @param action the action's name, such as {@code reset-password}
 * @param subject the customer, or null when the entry is about none
 * @param caseId the case it happens under
 * @param reason why, in the agent's words; kept encrypted
 * @param ticket reference into another system
 * @param facts values that are not personal, kept readable
 * @param personal values about the customer, kept encrypted under the customer's key
 */
public record Announcement(
        Actor actor,
        String action,
        @Nullable Subject subject,
        @Nullable UUID caseId,
        @Nullable String reason,
        @Nullable String ticket,
        Map<String, String> facts,
        Map<String, String> personal) {

    public Announcement {
        facts = Map.copyOf(facts);
        personal = Map.copyOf(personal);
    }

    /** The shortest announcement: who does what to whom. */
    public static Announcement of(Actor actor, String action, @Nullable Subject subject) {
        return new Announcement(actor, action, subject, null, null, null, Map.of(), Map.of());
    }
}
