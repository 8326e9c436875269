package latchkey.helpdesk.lifecycle;

import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.helpdesk.action.ActionAnswer;
import latchkey.helpdesk.action.ActionOrder;
import latchkey.helpdesk.action.ActionRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that opens sign-in again. */
@RestController
@Requires(Permission.UNBLOCK_SIGN_IN)
class UnblockSignInEndpoint {

    private final UnblockSignIn action;
    private final ActionOrder order;
    private final ActionRequest requests;

    UnblockSignInEndpoint(UnblockSignIn action, ActionOrder order, ActionRequest requests) {
        this.action = action;
        this.order = order;
        this.requests = requests;
    }

    @PostMapping("/api/v1/cases/{caseId}/actions/" + UnblockSignIn.NAME)
    ResponseEntity<ActionAnswer> carryOut(@PathVariable UUID caseId, @RequestBody Unblocking request, Agent agent) {
        return ActionAnswer.to(order.carryOut(
                action,
                requests.submission(
                        agent, caseId, request.customer(), request.seen(), null, new Because(request.why()))));
    }

    /**
     * What a program sends.
     *
     * @param customer whom it means, {@code directory/id}
     * @param seen as the laid out action said
     * @param why the reason, at most 300 characters
     */
    record Unblocking(
            @Nullable String customer,
            @Nullable String seen,
            @Nullable String why) {}
}
