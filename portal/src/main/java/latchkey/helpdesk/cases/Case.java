package latchkey.helpdesk.cases;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.audit.Announcement;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * What one agent works under for one caller.
 *
 * @param id its key
 * @param customer the one person it is about
 * @param agent key of the agent who works on it
 * @param agentName the agent, for people to read
 * @param reason why, one of the settings' list
 * @param words the agent's own words beside it
 * @param ticket reference into another system
 * @param openedAt since when
 * @param closedAt null while it is open
 * @param outcome how it ended, null while it is open
 */
public record Case(
        UUID id,
        CustomerId customer,
        String agent,
        String agentName,
        String reason,
        @Nullable String words,
        @Nullable String ticket,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable CaseOutcome outcome) {

    public boolean isOpen() {
        return closedAt == null;
    }

    public boolean isAbout(CustomerId other) {
        return customer.equals(other);
    }

    Case withWords(@Nullable String own) {
        return new Case(id, customer, agent, agentName, reason, own, ticket, openedAt, closedAt, outcome);
    }

    /** Why, for people to read: the agent's own words, or else the chosen reason. */
    public String why() {
        return words == null ? reason : words;
    }

    /** What the agent does under this case, in the words of the trail. */
    public Announcement announcement(Agent by, String action, Map<String, String> facts, Map<String, String> personal) {
        return announcement(by, action, why(), facts, personal);
    }

    /** The same with a reason of its own. */
    public Announcement announcement(
            Agent by, String action, String because, Map<String, String> facts, Map<String, String> personal) {
        var all = new HashMap<>(facts);
        all.put("case-reason", reason);
        return new Announcement(by.actor(), action, customer.subject(), id, because, ticket, all, personal);
    }
}
