package latchkey.helpdesk.approval;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.api.FreshSignIn;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.NotedChanges;
import latchkey.audit.Trail;
import latchkey.helpdesk.approval.ApprovalRequest.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A second person says yes or no, once, and the trail knows it before it counts. */
@Service
public class Decisions {

    /** Words beyond this are not why somebody said no. */
    private static final int LONGEST_REASON = 500;

    private final Approvals approvals;
    private final ApprovalRows rows;
    private final Deciders deciders;
    private final OwnAccounts ownAccounts;
    private final FreshSignIn freshSignIn;
    private final Trail trail;
    private final NotedChanges noted;
    private final Clock clock;

    Decisions(
            Approvals approvals,
            ApprovalRows rows,
            Deciders deciders,
            OwnAccounts ownAccounts,
            FreshSignIn freshSignIn,
            Trail trail,
            NotedChanges noted,
            Clock clock) {
        this.approvals = approvals;
        this.rows = rows;
        this.deciders = deciders;
        this.ownAccounts = ownAccounts;
        this.freshSignIn = freshSignIn;
        this.trail = trail;
        this.noted = noted;
        this.clock = clock;
    }

    /**
     * Says yes; whoever asked cannot.
     *
     * @throws ProblemException {@code NOT_PERMITTED} to those who may not decide or who asked themselves, under whatever
     *     account; {@code STEP_UP_REQUIRED}; {@code APPROVER_INVOLVED} to those who did what the rules speak of; {@code PROTECTED_CUSTOMER} when it
     *     is about their own account; {@code APPROVAL_NOT_FOUND}; {@code APPROVAL_NOT_VALID} when it is decided already
     *     or its time is over
     */
    public ApprovalRequest give(Agent agent, UUID id) {
        return decide(agent, id, State.GIVEN, null);
    }

    /**
     * Says no; same errors as {@link #give}, and {@code INVALID_REASON} for too many words.
     *
     * @param because why not, for whoever asked; may be left out
     */
    public ApprovalRequest deny(Agent agent, UUID id, @Nullable String because) {
        var words = because == null || because.isBlank() ? null : because.strip();
        if (words != null && words.length() > LONGEST_REASON) {
            throw new ProblemException(Problem.INVALID_REASON, Map.of("longest", LONGEST_REASON));
        }
        return decide(agent, id, State.DENIED, words);
    }

    private ApprovalRequest decide(Agent agent, UUID id, State decision, @Nullable String because) {
        var asked = approvals.of(agent, id);
        refuse(agent, asked, decision);
        var words = rows.sealed(asked, because);
        if (!noted.change(
                entry(agent, asked, decision, because),
                () -> rows.decide(id, decision, agent, words, clock.instant()))) {
            throw refused(agent, asked, decision, Problem.APPROVAL_NOT_VALID);
        }
        return approvals.of(agent, id);
    }

    private void refuse(Agent agent, ApprovalRequest asked, State decision) {
        deciders.obstacle(agent, asked).ifPresent(problem -> {
            throw refused(agent, asked, decision, problem);
        });
        if (decision == State.GIVEN) {
            demandFreshSignIn(agent, asked);
        }
        if (!asked.isOpen(clock.instant())) {
            throw refused(agent, asked, decision, Problem.APPROVAL_NOT_VALID);
        }
        if (decision == State.GIVEN && ownAccounts.isForbidden(agent, asked.customer())) {
            throw refused(agent, asked, decision, Problem.PROTECTED_CUSTOMER);
        }
    }

    private void demandFreshSignIn(Agent agent, ApprovalRequest asked) {
        freshSignIn.missing(agent, "give-approval").ifPresent(refusal -> {
            trail.note(entry(agent, asked, State.GIVEN, null), refusal.problem().code());
            throw refusal;
        });
    }

    private ProblemException refused(Agent agent, ApprovalRequest asked, State decision, Problem problem) {
        trail.note(entry(agent, asked, decision, null), problem.code());
        return new ProblemException(problem);
    }

    private static Announcement entry(Agent agent, ApprovalRequest asked, State decision, @Nullable String because) {
        return new Announcement(
                agent.actor(),
                decision == State.GIVEN ? "give-approval" : "deny-approval",
                asked.customer().subject(),
                asked.caseId(),
                because == null ? asked.reason() : because,
                asked.ticket(),
                Map.of("action", asked.action(), "approval", asked.id().toString()),
                Map.of());
    }
}
