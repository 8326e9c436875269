package latchkey.helpdesk.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryId;
import latchkey.helpdesk.action.ActionAnswer;
import latchkey.helpdesk.action.ActionOrder;
import latchkey.helpdesk.action.ActionRequest;
import latchkey.helpdesk.action.Preview;
import latchkey.helpdesk.action.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Editing attributes for programs: a preview of what would change, then the change, confirmed by the preview's key. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/actions/" + EditAttributes.NAME)
@Requires(Permission.EDIT_ATTRIBUTES)
class ProfileEndpoint {

    private final EditAttributes action;
    private final ActionOrder order;
    private final ActionRequest requests;
    private final Directories directories;

    ProfileEndpoint(EditAttributes action, ActionOrder order, ActionRequest requests, Directories directories) {
        this.action = action;
        this.order = order;
        this.requests = requests;
        this.directories = directories;
    }

    @PostMapping("/preview")
    PreviewAnswer preview(@PathVariable UUID caseId, @RequestBody Editing request, Agent agent) {
        return answer(order.preview(action, submission(agent, caseId, request)));
    }

    @PostMapping
    ResponseEntity<ActionAnswer> carryOut(@PathVariable UUID caseId, @RequestBody Editing request, Agent agent) {
        if (request.confirm() == null) {
            throw new ProblemException(Problem.STALE_FORM);
        }
        return ActionAnswer.to(order.carryOut(action, submission(agent, caseId, request)));
    }

    private Submission<Edits> submission(Agent agent, UUID caseId, Editing request) {
        return requests.submission(
                agent, caseId, request.customer(), request.seen(), request.confirm(), request.edits());
    }

    private PreviewAnswer answer(Preview preview) {
        DirectoryId directory = preview.customer().id().directory();
        var definitions = directories.forAgents(directory).orElseThrow().attributes();
        return new PreviewAnswer(preview.exact(), Differences.of(preview.plan(), definitions));
    }

    /**
     * What a program sends.
     *
     * @param customer whom it means, {@code directory/id}
     * @param seen as the laid out action said
     * @param confirm as the preview said; required for the change itself
     * @param attributes new values by name; null clears, a list is for attributes with several lines
     */
    record Editing(
            @Nullable String customer,
            @Nullable String seen,
            @Nullable String confirm,
            @Nullable Map<String, @Nullable Object> attributes) {

        Edits edits() {
            Map<String, String> typed = new LinkedHashMap<>();
            if (attributes != null) {
                attributes.forEach((name, value) -> typed.put(name, text(value)));
            }
            return new Edits(typed);
        }

        private static String text(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case List<?> lines ->
                    String.join("\n", lines.stream().map(String::valueOf).toList());
                case Map<?, ?> nested ->
                    throw new ProblemException(Problem.MALFORMED_REQUEST, Map.of("where", "attributes"));
                default -> value.toString();
            };
        }
    }

    /**
     * What would change.
     *
     * @param confirm to be sent back with the same values
     * @param differences line by line
     */
    record PreviewAnswer(String confirm, List<Difference> differences) {}
}
