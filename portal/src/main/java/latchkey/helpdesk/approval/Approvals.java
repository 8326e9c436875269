package latchkey.helpdesk.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.Trail;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.population.Populations;
import org.springframework.stereotype.Service;

/** Four eyes: what needs a second person, who said yes, and that a yes counts once. */
@Service
public class Approvals {

    private final ApprovalRows rows;
    private final ApprovalSettings settings;
    private final Populations populations;
    private final OwnAccounts ownAccounts;
    private final Trail trail;
    private final Clock clock;

    Approvals(
            ApprovalRows rows,
            ApprovalSettings settings,
            Populations populations,
            OwnAccounts ownAccounts,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.populations = populations;
        this.ownAccounts = ownAccounts;
        this.trail = trail;
        this.clock = clock;
    }

    public boolean areNeededFor(String action) {
        return settings.requiredFor().contains(action);
    }

    /**
     * Leave to carry out exactly this action; a yes that is found is used up by this call.
     *
     * @param wanted whether somebody else than the settings of this module wants a second person's yes
     * @throws ProblemException {@code APPROVAL_REQUIRED} when nobody has said yes yet: a second person has then been
     *     asked, and the member {@code approval} names the request
     */
    public Leave leaveFor(String action, ExactAction exact, Agent agent, Case under, boolean wanted) {
        return wanted || areNeededFor(action) ? given(action, exact, agent, under) : Unneeded.LEAVE;
    }

    /** Requests nobody has decided, oldest first, about customers whom the agent sees. */
    public List<ApprovalRequest> waiting(Agent agent) {
        var waiting = rows.waiting(clock.instant());
        var seen = populations.seen(
                agent, waiting.stream().map(ApprovalRequest::customer).toList());
        return waiting.stream().filter(asked -> seen.contains(asked.customer())).toList();
    }

    /**
     * A request; {@code APPROVAL_NOT_FOUND} for an agent who neither asked for it nor may decide it, or does not see the
     * customer.
     */
    public ApprovalRequest of(Agent agent, UUID id) {
        return rows.byId(id)
                .filter(asked ->
                        agent.may(Permission.GIVE_APPROVAL) || asked.requester().equals(agent.key()))
                .filter(asked -> populations.sees(agent, asked.customer()))
                .orElseThrow(() -> new ProblemException(Problem.APPROVAL_NOT_FOUND));
    }

    /**
     * Says yes; whoever asked cannot.
     *
     * @throws ProblemException {@code NOT_PERMITTED} to those who may not decide or who asked themselves;
     *     {@code PROTECTED_CUSTOMER} when it is about their own account; {@code APPROVAL_NOT_FOUND}; {@code
     *     APPROVAL_NOT_VALID} when it is decided already or its time is over
     */
    public ApprovalRequest give(Agent agent, UUID id) {
        return decide(agent, id, ApprovalRequest.State.GIVEN);
    }

    /** Says no; same errors as {@link #give}. */
    public ApprovalRequest deny(Agent agent, UUID id) {
        return decide(agent, id, ApprovalRequest.State.DENIED);
    }

    private Leave given(String action, ExactAction exact, Agent agent, Case under) {
        dropUnseen(exact, under);
        var used = rows.use(under.id(), exact, agent.key(), clock.instant());
        if (used.isPresent()) {
            return used.get();
        }
        throw new ProblemException(
                Problem.APPROVAL_REQUIRED,
                Map.of("approval", ask(action, exact, agent, under).id().toString()));
    }

    // Who said yes must see the customer now, as they are a moment before the action.
    private void dropUnseen(ExactAction exact, Case under) {
        rows.givenPopulations(under.id(), exact, clock.instant())
                .filter(names -> !populations.sees(names, under.customer()))
                .ifPresent(outside -> rows.closeGiven(under.id(), exact));
    }

    private ApprovalRequest ask(String action, ExactAction exact, Agent agent, Case under) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var asked = request(action, exact, agent, under, now);
        rows.closeExpired(under.id(), exact, now);
        rows.insert(asked);
        return rows.live(under.id(), exact, now).orElse(asked);
    }

    private ApprovalRequest request(String action, ExactAction exact, Agent agent, Case under, Instant now) {
        return new ApprovalRequest(
                UUID.randomUUID(),
                exact,
                action,
                under.customer(),
                under.id(),
                agent.key(),
                agent.name(),
                under.why(),
                ApprovalRequest.State.ASKED,
                now,
                now.plus(settings.validFor()),
                null);
    }

    private ApprovalRequest decide(Agent agent, UUID id, ApprovalRequest.State decision) {
        var asked = of(agent, id);
        refuse(agent, asked, decision);
        trail.note(entry(agent, asked, decision), null);
        if (!rows.decide(id, decision, agent, clock.instant())) {
            throw refused(agent, asked, decision, Problem.APPROVAL_NOT_VALID);
        }
        return of(agent, id);
    }

    private void refuse(Agent agent, ApprovalRequest asked, ApprovalRequest.State decision) {
        if (!agent.may(Permission.GIVE_APPROVAL) || asked.requester().equals(agent.key())) {
            throw refused(agent, asked, decision, Problem.NOT_PERMITTED);
        }
        if (asked.state() != ApprovalRequest.State.ASKED || !asked.expiresAt().isAfter(clock.instant())) {
            throw refused(agent, asked, decision, Problem.APPROVAL_NOT_VALID);
        }
        if (decision == ApprovalRequest.State.GIVEN && ownAccounts.isForbidden(agent, asked.customer())) {
            throw refused(agent, asked, decision, Problem.PROTECTED_CUSTOMER);
        }
    }

    private ProblemException refused(
            Agent agent, ApprovalRequest asked, ApprovalRequest.State decision, Problem problem) {
        trail.note(entry(agent, asked, decision), problem.code());
        return new ProblemException(problem);
    }

    private static Announcement entry(Agent agent, ApprovalRequest asked, ApprovalRequest.State decision) {
        return new Announcement(
                agent.actor(),
                decision == ApprovalRequest.State.GIVEN ? "give-approval" : "deny-approval",
                asked.customer().subject(),
                asked.caseId(),
                asked.reason(),
                null,
                Map.of("action", asked.action(), "approval", asked.id().toString()),
                Map.of());
    }
}
