package latchkey.helpdesk.escalation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.NotedChanges;
import latchkey.audit.Trail;
import latchkey.helpdesk.population.Populations;
import org.springframework.stereotype.Service;

/** The queue of supervisors: what must be looked at, who looks at it, what was found. */
@Service
public class Escalations {

    private static final int LONGEST_NOTE = 500;

    private final EscalationRows rows;
    private final EscalationMails mails;
    private final Populations populations;
    private final Trail trail;
    private final NotedChanges noted;
    private final Clock clock;

    Escalations(
            EscalationRows rows,
            EscalationMails mails,
            Populations populations,
            Trail trail,
            NotedChanges noted,
            Clock clock) {
        this.rows = rows;
        this.populations = populations;
        this.mails = mails;
        this.trail = trail;
        this.noted = noted;
        this.clock = clock;
    }

    /** Opens an escalation and tells the supervisors, in the caller's transaction; nothing when it is open already. */
    public void open(Escalation.Cause cause, Escalation.Deed deed) {
        var opened = new Escalation(
                UUID.randomUUID(),
                cause,
                deed,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Escalation.State.OPEN,
                null,
                null);
        if (rows.insert(opened)) {
            mails.tell(opened);
        }
    }

    /** Those that nobody closed, oldest first, about customers whom the agent sees. */
    public List<Escalation> waiting(Agent agent) {
        var waiting = rows.waiting();
        var seen = populations.seen(
                agent, waiting.stream().map(each -> each.deed().customer()).toList());
        return waiting.stream()
                .filter(each -> seen.contains(each.deed().customer()))
                .toList();
    }

    /** How many of them there are for this agent. */
    int waitingCount(Agent agent) {
        return agent.seesEveryone() ? rows.open() : waiting(agent).size();
    }

    /** One of them; {@code ESCALATION_NOT_FOUND} when there is none, or it is about somebody whom the agent does not see. */
    Escalation of(Agent agent, UUID id) {
        return rows.byId(id)
                .filter(found -> populations.sees(agent, found.deed().customer()))
                .orElseThrow(() -> new ProblemException(Problem.ESCALATION_NOT_FOUND));
    }

    List<EscalationNote> notes(UUID id) {
        return rows.notes(id);
    }

    /**
     * From now on this supervisor works on it.
     *
     * @throws ProblemException {@code OWN_ACTION_REPORTED} to whoever did what it is about; {@code ESCALATION_CLOSED}
     */
    Escalation take(Agent agent, UUID id) {
        return change(agent, id, "take-escalation", Map.of(), () -> rows.take(id, agent, clock.instant()));
    }

    /** Ends it; same errors as {@link #take}. */
    Escalation close(Agent agent, UUID id, Escalation.Outcome outcome) {
        return change(
                agent,
                id,
                "close-escalation",
                Map.of("outcome", outcome.name()),
                () -> rows.close(id, agent, outcome, clock.instant()));
    }

    /** Writes beside it; same errors as {@link #take}, and {@code INVALID_REASON} when the note is empty or too long. */
    Escalation note(Agent agent, UUID id, String note) {
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new ProblemException(Problem.INVALID_REASON);
        }
        return change(agent, id, "note-escalation", Map.of(), () -> {
            rows.insertNote(id, new EscalationNote(clock.instant(), agent.name(), note.strip()));
            return true;
        });
    }

    private Escalation change(
            Agent agent, UUID id, String action, Map<String, String> facts, BooleanSupplier carriedOut) {
        var escalation = of(agent, id);
        refuse(agent, escalation, action, facts);
        if (!noted.change(entry(agent, escalation, action, facts), carriedOut)) {
            throw new ProblemException(Problem.ESCALATION_CLOSED);
        }
        return of(agent, id);
    }

    private void refuse(Agent agent, Escalation escalation, String action, Map<String, String> facts) {
        if (escalation.deed().agent().equals(agent.key())) {
            trail.note(entry(agent, escalation, action, facts), Problem.OWN_ACTION_REPORTED.code());
            throw new ProblemException(Problem.OWN_ACTION_REPORTED);
        }
        if (!escalation.isOpen()) {
            throw new ProblemException(Problem.ESCALATION_CLOSED);
        }
    }

    private static Announcement entry(Agent agent, Escalation escalation, String action, Map<String, String> facts) {
        var all = new HashMap<>(facts);
        all.put("escalation", escalation.id().toString());
        all.put("entry", escalation.deed().entry().toString());
        return new Announcement(
                agent.actor(),
                action,
                escalation.deed().customer().subject(),
                escalation.deed().caseId(),
                null,
                null,
                all,
                Map.of());
    }
}
