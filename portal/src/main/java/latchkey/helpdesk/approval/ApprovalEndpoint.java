package latchkey.helpdesk.approval;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.OpenToAgents;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Approvals for programs: what waits, one request, decide. */
@RestController
@RequestMapping("/api/v1/approvals")
class ApprovalEndpoint {

    private final Approvals approvals;
    private final Decisions decisions;

    ApprovalEndpoint(Approvals approvals, Decisions decisions) {
        this.approvals = approvals;
        this.decisions = decisions;
    }

    @GetMapping
    @Requires(Permission.GIVE_APPROVAL)
    Waiting waiting(Agent agent) {
        return new Waiting(approvals.waiting(agent).stream().map(Asked::of).toList());
    }

    /** Whoever asked may look how it stands; the service refuses everybody else. */
    @GetMapping("/{id}")
    @OpenToAgents
    Whole read(@PathVariable UUID id, Agent agent) {
        var asked = approvals.of(agent, id);
        return new Whole(Asked.of(asked), approvals.evidence(agent, id).orElse(null), approvals.decidersAtWork(asked));
    }

    @PostMapping("/{id}/decision")
    @Requires(Permission.GIVE_APPROVAL)
    Asked decide(@PathVariable UUID id, @RequestBody Decision request, Agent agent) {
        return Asked.of(
                switch (request.decision() == null ? "" : request.decision()) {
                    case "yes" -> decisions.give(agent, id);
                    case "no" -> decisions.deny(agent, id, request.because());
                    default -> throw new ProblemException(Problem.MALFORMED_REQUEST, Map.of("where", "decision"));
                });
    }

    /** The answer: {@code yes} or {@code no}, and why not. */
    record Decision(@Nullable String decision, @Nullable String because) {}

    /** Requests nobody has decided. */
    record Waiting(List<Asked> approvals) {}

    /** A request with what there is to decide on, which is gone when the customer was erased. */
    record Whole(@JsonUnwrapped Asked asked, @Nullable Evidence evidence, int decidersAtWork) {}

    /** A request as programs see it. */
    record Asked(
            UUID id,
            String action,
            String customer,
            UUID caseId,
            String requester,
            String reason,
            @Nullable String ticket,
            List<String> grounds,
            String state,
            Instant askedAt,
            Instant expiresAt,
            @Nullable String decidedBy,
            @Nullable String because) {

        static Asked of(ApprovalRequest asked) {
            var decision = asked.decision();
            return new Asked(
                    asked.id(),
                    asked.action(),
                    asked.customer().toString(),
                    asked.caseId(),
                    asked.requester().name(),
                    asked.reason(),
                    asked.ticket(),
                    asked.grounds().stream().map(Ground::code).sorted().toList(),
                    asked.state().name().toLowerCase(Locale.ROOT),
                    asked.askedAt(),
                    asked.expiresAt(),
                    decision == null ? null : decision.name(),
                    decision == null ? null : decision.because());
        }
    }
}
