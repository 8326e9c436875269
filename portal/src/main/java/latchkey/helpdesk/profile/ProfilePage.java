package latchkey.helpdesk.profile;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.action.ActionDesk;
import latchkey.helpdesk.action.ActionForm;
import latchkey.helpdesk.action.ActionOrder;
import latchkey.helpdesk.action.ActionPages;
import latchkey.helpdesk.action.CustomerAddress;
import latchkey.helpdesk.action.Laid;
import latchkey.helpdesk.action.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that edits attributes: a form, then what would change, then a second yes to exactly that. */
@Controller
@RequestMapping("/directories/{directory}/customers/{id}/actions/" + EditAttributes.NAME)
@Requires(Permission.EDIT_ATTRIBUTES)
class ProfilePage {

    static final String VALUE = "value.";

    private final EditAttributes action;
    private final ActionDesk desk;
    private final ActionOrder order;
    private final ActionPages pages;

    ProfilePage(EditAttributes action, ActionDesk desk, ActionOrder order, ActionPages pages) {
        this.action = action;
        this.desk = desk;
        this.order = order;
        this.pages = pages;
    }

    @GetMapping
    String show(@PathVariable String directory, @PathVariable String id, Agent agent, Model model) {
        return form(agent, CustomerAddress.of(directory, id), new Edits(Map.of()), model);
    }

    @PostMapping
    String carryOut(
            @PathVariable String directory,
            @PathVariable String id,
            @ModelAttribute ActionForm form,
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable String confirm,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        var customer = CustomerAddress.of(directory, id);
        var edits = edits(parameters);
        var submission = form.submission(agent, customer, confirm, edits);
        if (confirm == null) {
            return preview(submission, model, response);
        }
        var result = order.carryOut(action, submission);
        return pages.after(action.name(), result, customer, model, response, () -> form(agent, customer, edits, model));
    }

    private String preview(Submission<Edits> submission, Model model, HttpServletResponse response) {
        var customer = submission.customer();
        try {
            var preview = order.preview(action, submission);
            var laid = desk.lay(submission.agent(), customer, action);
            model.addAttribute("view", laid.view());
            model.addAttribute("exact", preview.exact());
            model.addAttribute(
                    "differences",
                    Differences.of(preview.plan(), laid.directory().attributes()));
            model.addAttribute("typed", named(submission.command()));
            return laid.view().isReady() ? "profile/confirm" : ActionPages.VERIFY;
        } catch (ProblemException refusal) {
            return pages.refused(
                    refusal, model, response, () -> form(submission.agent(), customer, submission.command(), model));
        }
    }

    private String form(Agent agent, CustomerId customer, Edits edits, Model model) {
        var laid = desk.lay(agent, customer, action);
        model.addAttribute("view", laid.view());
        model.addAttribute("inputs", inputs(laid, isStale(model) ? new Edits(Map.of()) : edits));
        return laid.view().isReady() ? "profile/edit" : ActionPages.VERIFY;
    }

    /** A stale form starts again from what is there now, or its values would go over what it never showed. */
    private static boolean isStale(Model model) {
        return Problem.STALE_FORM.code().equals(model.getAttribute("problem"));
    }

    private static List<AttributeInput> inputs(Laid laid, Edits edits) {
        var definitions = laid.directory().attributes();
        var broken = new ReadEdits(definitions, edits).broken();
        return definitions.stream()
                .filter(AttributeDefinition::editable)
                .map(definition -> input(definition, laid, edits, broken))
                .toList();
    }

    private static AttributeInput input(AttributeDefinition definition, Laid laid, Edits edits, List<Broken> broken) {
        var name = definition.key().name();
        var now = laid.customer()
                .attribute(definition.key())
                .map(TypedValues::write)
                .orElse("");
        return new AttributeInput(
                definition,
                edits.typed().getOrDefault(name, now),
                broken.stream()
                        .filter(rule -> rule.attribute().equals(name))
                        .findFirst()
                        .orElse(null));
    }

    private static Edits edits(Map<String, String> parameters) {
        Map<String, String> typed = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(VALUE)) {
                typed.put(name.substring(VALUE.length()), value);
            }
        });
        return new Edits(typed);
    }

    private static Map<String, String> named(Edits edits) {
        Map<String, String> fields = new LinkedHashMap<>();
        edits.typed().forEach((name, value) -> fields.put(VALUE + name, value));
        return fields;
    }
}
