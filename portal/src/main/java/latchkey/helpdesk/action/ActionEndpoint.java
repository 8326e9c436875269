package latchkey.helpdesk.action;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.helpdesk.cases.Case;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lays actions out for programs: what to send back as {@code seen}, and what is still missing. */
@RestController
@RequestMapping("/api/v1/directories/{directory}/customers/{id}/actions")
@Requires(Permission.VIEW_CUSTOMER)
class ActionEndpoint {

    private final ActionDesk desk;
    private final List<Action<?>> actions;

    ActionEndpoint(ActionDesk desk, List<Action<?>> actions) {
        this.desk = desk;
        this.actions = List.copyOf(actions);
    }

    @GetMapping("/{action}")
    LaidAction lay(@PathVariable String directory, @PathVariable String id, @PathVariable String action, Agent agent) {
        return LaidAction.of(desk.lay(agent, CustomerAddress.of(directory, id), named(action))
                .view());
    }

    private Action<?> named(String name) {
        return actions.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    /**
     * An action as an agent would start it now.
     *
     * @param action its name
     * @param customer whom it is laid out for, {@code directory/id}; to be sent back
     * @param seen fingerprint of the values to decide on; to be sent back
     * @param caseId the open case, null when one must be opened first
     * @param verificationNeeded whether the caller must have proved who they are
     * @param verifiedUntil until when the proof counts, null while there is none
     * @param assurance how sure the proof makes us: {@code one-address} or {@code two-methods}; null while there is none
     * @param proofMissing what more some of the changes would ask for
     * @param approvalNeeded whether a second person must say yes
     * @param cooling what an earlier change asks for, for a while
     * @param contradictions what speaks against believing the caller, and, not known, what we cannot know
     */
    record LaidAction(
            String action,
            String customer,
            String seen,
            @Nullable UUID caseId,
            boolean verificationNeeded,
            @Nullable Instant verifiedUntil,
            @Nullable String assurance,
            List<ProofLine> proofMissing,
            boolean approvalNeeded,
            List<CoolingLine> cooling,
            List<Contradiction> contradictions) {

        static LaidAction of(ActionView view) {
            Case under = view.under();
            return new LaidAction(
                    view.action(),
                    view.customer().toString(),
                    view.seen(),
                    under == null ? null : under.id(),
                    view.proof().needed(),
                    view.proof().provenUntil(),
                    view.proof().assurance(),
                    view.proof().missing(),
                    view.approvalNeeded(),
                    view.cooling(),
                    view.contradictions());
        }
    }
}
