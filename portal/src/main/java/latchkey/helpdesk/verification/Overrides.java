package latchkey.helpdesk.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.NotedChanges;
import latchkey.audit.Trail;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.limits.Limits;
import latchkey.helpdesk.population.Populations;
import org.springframework.stereotype.Service;

/**
 * The way out when a caller can prove nothing: a supervisor says in writing why they vouch for one caller of one agent, for a
 * few minutes, everybody above is told at once, and another supervisor looks at it afterwards.
 */
@Service
public class Overrides {

    static final String METHOD = "override";

    private final OverrideRows overrides;
    private final OverrideRules rules;
    private final OverrideMails mails;
    private final OverrideSettings settings;
    private final VerificationRows rows;
    private final Cases cases;
    private final Limits limits;
    private final Populations populations;
    private final Trail trail;
    private final NotedChanges noted;
    private final Clock clock;

    Overrides(
            OverrideRows overrides,
            OverrideRules rules,
            OverrideMails mails,
            OverrideSettings settings,
            VerificationRows rows,
            Cases cases,
            Limits limits,
            Populations populations,
            Trail trail,
            NotedChanges noted,
            Clock clock) {
        this.overrides = overrides;
        this.rules = rules;
        this.mails = mails;
        this.settings = settings;
        this.rows = rows;
        this.cases = cases;
        this.limits = limits;
        this.populations = populations;
        this.trail = trail;
        this.noted = noted;
        this.clock = clock;
    }

    /** Whether agents can ask for one at this moment. */
    public boolean isOffered() {
        return rules.isOffered();
    }

    /** Until when the request of that case waits for a supervisor; empty when there is none. */
    public Optional<Instant> waiting(Case under) {
        return overrides
                .asked(under.id(), oldestAsked())
                .map(asked -> asked.asked().at().plus(settings.askedFor()));
    }

    /**
     * Asks the supervisors; a case has one request at a time.
     *
     * @throws ProblemException {@code OVERRIDE_SWITCHED_OFF}; {@code OVERRIDE_DURING_CAUTION}; {@code INVALID_OVERRIDE}
     *     when the reason is too short; {@code TOO_MANY_VERIFICATIONS}; {@code OVERRIDE_WAITS} when it was asked already
     */
    public UUID ask(Agent agent, Case under, String because) {
        refuse(rules.againstAsking(because), entry(agent, under, because));
        limits.verify(agent);
        var asked = asked(agent, under, because.strip());
        if (!noted.change(entry(agent, under, because), () -> {
            overrides.forget(under.id(), oldestAsked());
            return overrides.ask(asked);
        })) {
            throw new ProblemException(Problem.OVERRIDE_WAITS);
        }
        return asked.id();
    }

    /** Those that wait for an answer or a review, oldest first, about customers whom the agent sees. */
    List<OverrideCase> open(Agent agent) {
        return seen(agent, overrides.open(oldestAsked()));
    }

    /** The last that were reviewed, newest first. */
    List<OverrideCase> reviewed(Agent agent) {
        return seen(agent, overrides.reviewed());
    }

    /** Whether it should have been reviewed by now. */
    boolean isOverdue(OverrideCase one) {
        var given = one.given();
        return one.isGiven()
                && given != null
                && given.at().plus(settings.reviewWithin()).isBefore(clock.instant());
    }

    /** One of them; {@code OVERRIDE_NOT_FOUND} when there is none, or it is about somebody whom the agent does not see. */
    OverrideCase of(Agent agent, UUID id) {
        return overrides
                .byId(id)
                .filter(found -> populations.sees(agent, found.customer()))
                .orElseThrow(() -> new ProblemException(Problem.OVERRIDE_NOT_FOUND));
    }

    /**
     * Vouches for the caller of that case, once.
     *
     * @throws ProblemException {@code NOT_PERMITTED}; {@code OVERRIDE_SWITCHED_OFF}; {@code OVERRIDE_DURING_CAUTION};
     *     {@code OVERRIDE_INVOLVED} to the asking agent under whatever account; {@code STEP_UP_REQUIRED}; {@code
     *     INVALID_OVERRIDE}; {@code PROTECTED_CUSTOMER} when it is about their own account; {@code OVERRIDE_OVER} when it
     *     was given already, its time is over, or the case closed
     */
    OverrideCase give(Agent agent, UUID id, String because) {
        var asked = of(agent, id);
        var entry = entry(agent, asked, "give-override", because, Map.of());
        refuse(rules.againstGiving(agent, asked, because), entry);
        if (!cases.isOpen(asked.caseId()) || !noted.change(entry, () -> isGiven(agent, asked, because.strip()))) {
            throw over(entry);
        }
        return of(agent, id);
    }

    /**
     * Says what looking at it found, once.
     *
     * @throws ProblemException {@code NOT_PERMITTED}; {@code OVERRIDE_INVOLVED} to whoever asked for it or gave it; {@code
     *     INVALID_OVERRIDE}; {@code OVERRIDE_OVER} when it was not given, or is reviewed
     */
    OverrideCase review(Agent agent, UUID id, OverrideCase.Finding finding, String words) {
        var given = of(agent, id);
        var entry = entry(agent, given, "review-override", words, Map.of("finding", finding.name()));
        refuse(rules.againstReviewing(agent, given, words), entry);
        if (!noted.change(entry, () -> overrides.review(id, agent, finding, words.strip(), clock.instant()))) {
            throw over(entry);
        }
        return of(agent, id);
    }

    /** The row, the proof and the mails are one commit. */
    private boolean isGiven(Agent agent, OverrideCase asked, String because) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var until = now.plus(settings.provenFor());
        return overrides.give(asked.id(), agent, because, now, until, oldestAsked())
                && rows.insertProven(proof(agent, asked, now, until), now)
                && isTold(agent, asked);
    }

    private boolean isTold(Agent agent, OverrideCase asked) {
        mails.tell(agent, asked);
        return true;
    }

    private static Verification proof(Agent by, OverrideCase asked, Instant now, Instant until) {
        return new Verification(
                asked.id(),
                asked.caseId(),
                asked.customer(),
                asked.asked().by(),
                METHOD,
                Channel.WORD,
                "",
                0,
                Verification.State.PROVEN,
                now,
                until,
                by.key());
    }

    private OverrideCase asked(Agent agent, Case under, String because) {
        return new OverrideCase(
                UUID.randomUUID(),
                under.id(),
                under.customer(),
                new OverrideCase.Word(
                        agent.key(),
                        agent.person(),
                        agent.name(),
                        because,
                        clock.instant().truncatedTo(ChronoUnit.MICROS)),
                OverrideCase.State.ASKED,
                null,
                null,
                null,
                null);
    }

    private List<OverrideCase> seen(Agent agent, List<OverrideCase> all) {
        var seen =
                populations.seen(agent, all.stream().map(OverrideCase::customer).toList());
        return all.stream().filter(one -> seen.contains(one.customer())).toList();
    }

    private Instant oldestAsked() {
        return clock.instant().minus(settings.askedFor());
    }

    private void refuse(Optional<ProblemException> obstacle, Announcement entry) {
        obstacle.ifPresent(refusal -> {
            trail.note(entry, refusal.problem().code());
            throw refusal;
        });
    }

    private ProblemException over(Announcement entry) {
        trail.note(entry, Problem.OVERRIDE_OVER.code());
        return new ProblemException(Problem.OVERRIDE_OVER);
    }

    private static Announcement entry(Agent agent, Case under, String because) {
        return under.announcement(agent, "ask-override", because, Map.of(), Map.of());
    }

    private static Announcement entry(
            Agent agent, OverrideCase one, String action, String because, Map<String, String> facts) {
        var all = new HashMap<>(facts);
        all.put("override", one.id().toString());
        all.put("asked-by", one.asked().by());
        return new Announcement(
                agent.actor(), action, one.customer().subject(), one.caseId(), because, null, all, Map.of());
    }
}
