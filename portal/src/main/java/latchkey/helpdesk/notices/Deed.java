package latchkey.helpdesk.notices;

import java.time.Instant;
import java.util.UUID;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * An action of an agent, as notices remember it.
 *
 * @param entry its announcement in the trail
 * @param action its name
 * @param customer to whom it was done
 * @param caseId the case it happened under
 * @param agent key of the agent
 * @param agentName the agent, for people to read
 * @param ticket reference into another system
 * @param at when
 */
record Deed(
        UUID entry,
        String action,
        CustomerId customer,
        UUID caseId,
        String agent,
        String agentName,
        @Nullable String ticket,
        Instant at) {}
