package latchkey.helpdesk.approval;

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

    ApprovalEndpoint(Approvals approvals) {
        this.approvals = approvals;
    }

    @GetMapping
    @Requires(Permission.GIVE_APPROVAL)
    Waiting waiting(Agent agent) {
        return new Waiting(approvals.waiting(agent).stream().map(Asked::of).toList());
    }

    /** Whoever asked may look how it stands; the service refuses everybody else. */
    @GetMapping("/{id}")
    @OpenToAgents
    Asked read(@PathVariable UUID id, Agent agent) {
        return Asked.of(approvals.of(agent, id));
    }

    @PostMapping("/{id}/decision")
    @Requires(Permission.GIVE_APPROVAL)
    Asked decide(@PathVariable UUID id, @RequestBody Decision request, Agent agent) {
        return Asked.of(
                switch (request.decision() == null ? "" : request.decision()) {
                    case "yes" -> approvals.give(agent, id);
                    case "no" -> approvals.deny(agent, id);
                    default -> throw new ProblemException(Problem.MALFORMED_REQUEST, Map.of("where", "decision"));
                });
    }

    /** The answer: {@code yes} or {@code no}. */
    record Decision(@Nullable String decision) {}

    /** Requests nobody has decided. */
    record Waiting(List<Asked> approvals) {}

    /** A request as programs see it. */
    record Asked(
            UUID id,
            String action,
            String customer,
            UUID caseId,
            String requester,
            String reason,
            String state,
            Instant askedAt,
            Instant expiresAt,
            @Nullable String decidedBy) {

        static Asked of(ApprovalRequest asked) {
            return new Asked(
                    asked.id(),
                    asked.action(),
                    asked.customer().toString(),
                    asked.caseId(),
                    asked.requesterName(),
                    asked.reason(),
                    asked.state().name().toLowerCase(Locale.ROOT),
                    asked.askedAt(),
                    asked.expiresAt(),
                    asked.decidedName());
        }
    }
}
