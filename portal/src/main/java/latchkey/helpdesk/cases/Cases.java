package latchkey.helpdesk.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.NotedChanges;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.population.Populations;
import org.springframework.stereotype.Service;

/** The cases that agents work under. */
@Service
public class Cases {

    private final CaseRows rows;
    private final OpeningRules rules;
    private final CaseSettings settings;
    private final Populations populations;
    private final NotedChanges noted;
    private final Clock clock;

    Cases(
            CaseRows rows,
            OpeningRules rules,
            CaseSettings settings,
            Populations populations,
            NotedChanges noted,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.settings = settings;
        this.populations = populations;
        this.noted = noted;
        this.clock = clock;
    }

    /** What agents choose from, as keys of the settings. */
    public List<String> reasons() {
        return rules.reasons();
    }

    /** The case this agent works under for this customer now. */
    public Optional<Case> current(Agent agent, CustomerId customer) {
        return rows.open(agent.key(), customer, oldestOpening());
    }

    /**
     * The case this agent works under now, opened if there is none.
     *
     * @throws ProblemException {@code INVALID_CASE} when the opening breaks a rule
     */
    public Case open(Agent agent, CustomerId customer, CaseOpening opening) {
        return current(agent, customer).orElseGet(() -> openAnother(agent, customer, opening));
    }

    /**
     * A case of this agent, open or closed.
     *
     * @throws ProblemException {@code CASE_NOT_FOUND} when there is none, it is somebody else's, or about a customer whom
     *     the agent no longer sees
     */
    public Case of(Agent agent, UUID id) {
        return own(agent, id)
                .filter(found -> populations.sees(agent, found.customer()))
                .orElseThrow(() -> new ProblemException(Problem.CASE_NOT_FOUND));
    }

    /**
     * A case of this agent that actions can happen under.
     *
     * @throws ProblemException {@code CASE_NOT_FOUND} as {@link #of}; {@code CASE_CLOSED} when it has ended
     */
    public Case openOf(Agent agent, UUID id) {
        var found = of(agent, id);
        if (!found.isOpen() || found.openedAt().isBefore(oldestOpening())) {
            throw new ProblemException(Problem.CASE_CLOSED);
        }
        return found;
    }

    /** Whether actions can happen under that case, whoever works on it. */
    public boolean isOpen(UUID id) {
        return rows.byId(id)
                .filter(Case::isOpen)
                .filter(found -> !found.openedAt().isBefore(oldestOpening()))
                .isPresent();
    }

    /** The latest cases of a customer with any agent, newest first. */
    public List<Case> latest(CustomerId customer, int limit) {
        return rows.of(customer, limit);
    }

    /** Ends a case; same errors as {@link #openOf}. */
    public Case close(Agent agent, UUID id, CaseOutcome outcome) {
        var open = openOf(agent, id);
        var entry = open.announcement(agent, "close-case", Map.of("outcome", outcome.name()), Map.of());
        if (!noted.change(entry, () -> rows.close(id, outcome, clock.instant()))) {
            throw new ProblemException(Problem.CASE_CLOSED);
        }
        return own(agent, id).orElseThrow(() -> new ProblemException(Problem.CASE_NOT_FOUND));
    }

    /**
     * Writes a note into a case; same errors as {@link #openOf}, and {@code INVALID_CASE} when the note is empty or
     * longer than 500 characters.
     */
    public void note(Agent agent, UUID id, String note) {
        rules.checkNote(note);
        var open = openOf(agent, id);
        rows.insertNote(open, new CaseNote(clock.instant(), agent.name(), note.strip()));
    }

    /** Writes down something that no agent did, by the name of its text {@code cases.note.<name>}. */
    public void noteOfItself(UUID id, String name) {
        rows.insertName(id, new CaseNote(clock.instant(), "", name));
    }

    public List<CaseNote> notes(Case of) {
        return rows.notes(of.id());
    }

    private Optional<Case> own(Agent agent, UUID id) {
        return rows.byId(id).filter(found -> found.agent().equals(agent.key()));
    }

    private Case openAnother(Agent agent, CustomerId customer, CaseOpening opening) {
        var opened = opened(agent, customer, opening);
        var words = rows.sealed(opened);
        noted.change(opened.announcement(agent, "open-case", Map.of(), Map.of()), () -> {
            rows.closeAbandoned(agent.key(), customer, oldestOpening(), clock.instant());
            return rows.insert(opened, words);
        });
        return current(agent, customer).orElseThrow(() -> new ProblemException(Problem.CASE_CLOSED));
    }

    private Case opened(Agent agent, CustomerId customer, CaseOpening opening) {
        return new Case(
                UUID.randomUUID(),
                customer,
                agent.key(),
                agent.name(),
                rules.check(opening),
                opening.words(),
                opening.ticket(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null);
    }

    private Instant oldestOpening() {
        return clock.instant().minus(settings.openFor());
    }
}
