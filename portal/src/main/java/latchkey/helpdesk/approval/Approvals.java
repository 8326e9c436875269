package latchkey.helpdesk.approval;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.CustomerSeal;
import latchkey.helpdesk.approval.ApprovalRequest.Requester;
import latchkey.helpdesk.approval.ApprovalRequest.State;
import latchkey.helpdesk.population.Populations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Four eyes: what needs a second person, that one is asked, and that a yes counts once. */
@Service
public class Approvals {

    private final ApprovalRows rows;
    private final ApprovalSettings settings;
    private final Populations populations;
    private final Deciders deciders;
    private final ApprovalMails mails;
    private final CustomerSeal seal;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    Approvals(
            ApprovalRows rows,
            ApprovalSettings settings,
            Populations populations,
            Deciders deciders,
            ApprovalMails mails,
            CustomerSeal seal,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.populations = populations;
        this.deciders = deciders;
        this.mails = mails;
        this.seal = seal;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    public boolean areNeededFor(String action) {
        return settings.requiredFor().contains(action);
    }

    /**
     * Asks a second person, where one is needed and nobody has said a yes that counts.
     *
     * @throws ProblemException {@code APPROVAL_REQUIRED}: somebody has been asked; the members name the request and how
     *     many who could decide are at work
     */
    public void seek(Proposal proposal) {
        if (isNeeded(proposal) && given(proposal).isEmpty()) {
            throw required(ask(proposal));
        }
    }

    /**
     * Leave to carry out exactly this action; a yes that is found is used up by this call.
     *
     * @throws ProblemException {@code APPROVAL_REQUIRED} when nobody has said a yes that counts
     */
    public Leave leaveFor(Proposal proposal) {
        return isNeeded(proposal) ? used(proposal) : Unneeded.LEAVE;
    }

    /** Makes a yes count again, because what it was used for has certainly not happened. */
    public void giveBack(Leave leave) {
        if (leave instanceof Approval approval) {
            rows.giveBack(approval.id());
        }
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
                .filter(asked -> agent.may(Permission.GIVE_APPROVAL)
                        || asked.requester().key().equals(agent.key()))
                .filter(asked -> populations.sees(agent, asked.customer()))
                .orElseThrow(() -> new ProblemException(Problem.APPROVAL_NOT_FOUND));
    }

    /** What there is to decide on; empty when the customer was erased. Same errors as {@link #of}. */
    public Optional<Evidence> evidence(Agent agent, UUID id) {
        var asked = of(agent, id);
        return rows.evidence(asked.id())
                .flatMap(kept -> seal.open(id, kept))
                .map(text -> json.readValue(text, Evidence.class));
    }

    /** How many could decide it now. */
    public int decidersAtWork(ApprovalRequest asked) {
        return deciders.atWork(asked).size();
    }

    private boolean isNeeded(Proposal proposal) {
        return !grounds(proposal).isEmpty();
    }

    private Set<Ground> grounds(Proposal proposal) {
        var grounds = EnumSet.noneOf(Ground.class);
        grounds.addAll(proposal.grounds());
        if (areNeededFor(proposal.action())) {
            grounds.add(Ground.ACTION);
        }
        return grounds;
    }

    private Leave used(Proposal proposal) {
        return given(proposal)
                .filter(given -> rows.use(given.id(), clock.instant()))
                .map(given -> new Approval(
                        given.id(), proposal.exact(), given.givenBy().orElseThrow()))
                .orElseThrow(() -> required(live(proposal)));
    }

    private Optional<ApprovalRequest> live(Proposal proposal) {
        return rows.live(proposal.under().id(), proposal.exact(), clock.instant());
    }

    /** The yes that counts for this agent; one that no longer does makes room for another. */
    private Optional<ApprovalRequest> given(Proposal proposal) {
        var given = live(proposal)
                .filter(live -> live.state() == State.GIVEN)
                .filter(live -> live.requester().key().equals(proposal.agent().key()));
        var counting = given.filter(live -> deciders.stillCounts(live, proposal.hands()));
        if (counting.isEmpty()) {
            given.map(ApprovalRequest::id).ifPresent(rows::closeGiven);
        }
        return counting;
    }

    private Optional<ApprovalRequest> ask(Proposal proposal) {
        var asked = request(proposal);
        rows.closeExpired(asked.caseId(), asked.exact(), asked.askedAt());
        var evidence = seal.seal(asked.customer().subject(), asked.id(), json.writeValueAsString(proposal.evidence()));
        transaction.executeWithoutResult(status -> {
            if (rows.insert(asked, evidence)) {
                mails.tell(asked, deciders.atWork(asked));
            }
        });
        return rows.live(asked.caseId(), asked.exact(), asked.askedAt());
    }

    private ApprovalRequest request(Proposal proposal) {
        var under = proposal.under();
        var agent = proposal.agent();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new ApprovalRequest(
                UUID.randomUUID(),
                proposal.exact(),
                proposal.action(),
                under.customer(),
                under.id(),
                new Requester(agent.key(), agent.person(), agent.name()),
                under.why(),
                under.ticket(),
                grounds(proposal),
                proposal.hands(),
                State.ASKED,
                now,
                now.plus(settings.validFor()),
                null);
    }

    private ProblemException required(Optional<ApprovalRequest> asked) {
        Map<String, Object> members = new HashMap<>();
        asked.ifPresent(request -> {
            members.put("approval", request.id().toString());
            members.put("atWork", decidersAtWork(request));
        });
        return new ProblemException(Problem.APPROVAL_REQUIRED, members);
    }
}
