package latchkey.helpdesk.credentials;

import java.util.Objects;
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

/** The endpoint that sends a customer the way to a new password. */
@RestController
@Requires(Permission.RESET_PASSWORD)
class ResetPasswordEndpoint {

    private final ResetPassword action;
    private final ActionOrder order;
    private final ActionRequest requests;

    ResetPasswordEndpoint(ResetPassword action, ActionOrder order, ActionRequest requests) {
        this.action = action;
        this.order = order;
        this.requests = requests;
    }

    @PostMapping("/api/v1/cases/{caseId}/actions/" + ResetPassword.NAME)
    ResponseEntity<ActionAnswer> carryOut(@PathVariable UUID caseId, @RequestBody Resetting request, Agent agent) {
        var chosen = new ChosenAddress(Objects.requireNonNullElse(request.address(), ""));
        return ActionAnswer.to(order.carryOut(
                action, requests.submission(agent, caseId, request.customer(), request.seen(), null, chosen)));
    }

    /**
     * What a program sends.
     *
     * @param customer whom it means, {@code directory/id}
     * @param seen as the laid out action said
     * @param address handle of the address on file that the mail goes to
     */
    record Resetting(
            @Nullable String customer,
            @Nullable String seen,
            @Nullable String address) {}
}
