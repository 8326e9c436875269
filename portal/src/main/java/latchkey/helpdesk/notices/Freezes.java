package latchkey.helpdesk.notices;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.NotedChanges;
import latchkey.audit.Trail;
import latchkey.helpdesk.population.Populations;
import org.springframework.stereotype.Service;

/** The freezes that last, and their end by a supervisor who gives a reason and did not do what the customer reported. */
@Service
class Freezes {

    private static final int LONGEST_REASON = 500;

    private final FreezeRows rows;
    private final NoticeRows notices;
    private final Populations populations;
    private final Trail trail;
    private final NotedChanges noted;
    private final Clock clock;

    Freezes(
            FreezeRows rows,
            NoticeRows notices,
            Populations populations,
            Trail trail,
            NotedChanges noted,
            Clock clock) {
        this.rows = rows;
        this.populations = populations;
        this.notices = notices;
        this.trail = trail;
        this.noted = noted;
        this.clock = clock;
    }

    /** Those that last, of customers whom the agent sees. */
    List<Freeze> lasting(Agent agent) {
        var lasting = rows.lasting();
        var seen =
                populations.seen(agent, lasting.stream().map(Freeze::customer).toList());
        return lasting.stream()
                .filter(freeze -> seen.contains(freeze.customer()))
                .toList();
    }

    /**
     * A freeze that lasts; {@code FREEZE_NOT_FOUND} when there is none with this id, it was lifted, or the agent does not see
     * the customer.
     */
    Freeze of(Agent agent, UUID id) {
        return rows.byId(id)
                .filter(freeze -> freeze.liftedAt() == null)
                .filter(freeze -> populations.sees(agent, freeze.customer()))
                .orElseThrow(() -> new ProblemException(Problem.FREEZE_NOT_FOUND));
    }

    boolean isReported(Freeze freeze, Agent agent) {
        return notices.isReported(freeze.id(), agent.key());
    }

    /**
     * Lets actions on the customer happen again; their sign-in stays closed until an agent opens it by the usual rules.
     *
     * @throws ProblemException {@code FREEZE_NOT_FOUND}; {@code INVALID_REASON}; {@code OWN_ACTION_REPORTED} to an agent
     *     whose action the customer reported
     */
    void lift(Agent agent, UUID id, String reason) {
        var freeze = of(agent, id);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ProblemException(Problem.INVALID_REASON);
        }
        var entry = entry(agent, freeze, reason.strip());
        if (isReported(freeze, agent)) {
            trail.note(entry, Problem.OWN_ACTION_REPORTED.code());
            throw new ProblemException(Problem.OWN_ACTION_REPORTED);
        }
        if (!noted.change(entry, () -> rows.lift(id, agent, clock.instant()))) {
            throw new ProblemException(Problem.FREEZE_NOT_FOUND);
        }
    }

    private static Announcement entry(Agent agent, Freeze freeze, String reason) {
        return new Announcement(
                agent.actor(),
                "lift-freeze",
                freeze.customer().subject(),
                null,
                reason,
                null,
                Map.of("freeze", freeze.id().toString()),
                Map.of());
    }
}
