package latchkey.helpdesk.action;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.cases.Cases;
import latchkey.helpdesk.population.Populations;
import latchkey.helpdesk.verification.CallResult;
import latchkey.helpdesk.verification.Overrides;
import latchkey.helpdesk.verification.Verifications;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Having the caller prove who they are, on the way to an action or for itself. */
@Controller
@RequestMapping("/directories/{directory}/customers/{id}/actions")
@Requires(Permission.VERIFY_CALLER)
class VerifyPage {

    private final ActionDesk desk;
    private final ActionPages pages;
    private final CaseOfAction casesOfActions;
    private final Cases cases;
    private final Verifications verifications;
    private final Overrides overrides;
    private final Populations populations;
    private final List<Action<?>> actions;

    VerifyPage(
            ActionDesk desk,
            ActionPages pages,
            CaseOfAction casesOfActions,
            Cases cases,
            Verifications verifications,
            Overrides overrides,
            Populations populations,
            List<Action<?>> actions) {
        this.desk = desk;
        this.pages = pages;
        this.casesOfActions = casesOfActions;
        this.cases = cases;
        this.verifications = verifications;
        this.overrides = overrides;
        this.populations = populations;
        this.actions = List.copyOf(actions);
    }

    /** Proof for itself, for calls in which nothing is to be changed yet. */
    @GetMapping("/" + ActionDesk.PROOF_ALONE)
    String show(@PathVariable String directory, @PathVariable String id, Agent agent, Model model) {
        return laid(agent, CustomerAddress.of(directory, id), ActionDesk.PROOF_ALONE, model);
    }

    /** The same with the phone numbers that the directory tells slowly. */
    @GetMapping("/{action}/verifications")
    String lookUp(
            @PathVariable String directory,
            @PathVariable String id,
            @PathVariable String action,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        var customer = CustomerAddress.of(directory, id);
        try {
            model.addAttribute("view", desk.lookedUp(agent, lay(agent, customer, action)));
            return ActionPages.VERIFY;
        } catch (ProblemException refusal) {
            return pages.refused(refusal, model, response, () -> laid(agent, customer, action, model));
        }
    }

    @PostMapping("/{action}/verifications")
    String send(
            @PathVariable String directory,
            @PathVariable String id,
            @PathVariable String action,
            @ModelAttribute ActionForm form,
            @RequestParam(defaultValue = "") String address,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        var customer = CustomerAddress.of(directory, id);
        try {
            var under = underCase(agent, customer, action, form);
            verifications.start(agent, under, address);
            return "redirect:" + CustomerAddress.page(customer) + "/actions/" + action;
        } catch (ProblemException refusal) {
            return pages.refused(refusal, model, response, () -> laid(agent, customer, action, model));
        }
    }

    @PostMapping("/{action}/verifications/{verification}/answer")
    String answer(
            @PathVariable String directory,
            @PathVariable String id,
            @PathVariable String action,
            @PathVariable UUID verification,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String openedFor,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        var customer = CustomerAddress.of(directory, id);
        try {
            verifications.answer(agent, currentCase(agent, customer, openedFor), verification, code);
            return "redirect:" + afterProof(customer, action);
        } catch (ProblemException refusal) {
            return pages.refused(refusal, model, response, () -> laid(agent, customer, action, model));
        }
    }

    /** The caller read a code that they were shown after signing in. */
    @PostMapping("/{action}/verifications/sign-in")
    String signedIn(
            @PathVariable String directory,
            @PathVariable String id,
            @PathVariable String action,
            @ModelAttribute ActionForm form,
            @RequestParam(defaultValue = "") String code,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        var customer = CustomerAddress.of(directory, id);
        try {
            verifications.answerSignIn(agent, underCase(agent, customer, action, form), code);
            return "redirect:" + afterProof(customer, action);
        } catch (ProblemException refusal) {
            return pages.refused(refusal, model, response, () -> laid(agent, customer, action, model));
        }
    }

    @PostMapping("/{action}/verifications/override")
    String ask(
            @PathVariable String directory,
            @PathVariable String id,
            @PathVariable String action,
            @ModelAttribute ActionForm form,
            @RequestParam(defaultValue = "") String because,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        var customer = CustomerAddress.of(directory, id);
        try {
            overrides.ask(agent, underCase(agent, customer, action, form), because);
            return "redirect:" + CustomerAddress.page(customer) + "/actions/" + action;
        } catch (ProblemException refusal) {
            return pages.refused(refusal, model, response, () -> laid(agent, customer, action, model));
        }
    }

    /** The number stands on this one answer: it is in no address, and asking again is counted and noted again. */
    @PostMapping("/{action}/verifications/{verification}/number")
    String number(
            @PathVariable String directory,
            @PathVariable String id,
            @PathVariable String action,
            @PathVariable UUID verification,
            @RequestParam(defaultValue = "") String openedFor,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        var customer = CustomerAddress.of(directory, id);
        try {
            var under = currentCase(agent, customer, openedFor);
            model.addAttribute("number", verifications.number(agent, under, verification));
            return laid(agent, customer, action, model);
        } catch (ProblemException refusal) {
            return pages.refused(refusal, model, response, () -> laid(agent, customer, action, model));
        }
    }

    @PostMapping("/{action}/verifications/{verification}/result")
    String ended(
            @PathVariable String directory,
            @PathVariable String id,
            @PathVariable String action,
            @PathVariable UUID verification,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String openedFor,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        var customer = CustomerAddress.of(directory, id);
        try {
            var under = currentCase(agent, customer, openedFor);
            var ended = verifications.ended(agent, under, verification, CallResult.named(result));
            return "redirect:"
                    + (ended.isProven()
                            ? afterProof(customer, action)
                            : CustomerAddress.page(customer) + "/actions/" + action);
        } catch (ProblemException refusal) {
            return pages.refused(refusal, model, response, () -> laid(agent, customer, action, model));
        }
    }

    private static String afterProof(CustomerId customer, String action) {
        var page = CustomerAddress.page(customer);
        return action.equals(ActionDesk.PROOF_ALONE) ? page : page + "/actions/" + action;
    }

    private Case underCase(Agent agent, CustomerId customer, String action, ActionForm form) {
        var submission = form.submission(agent, customer, null, action);
        if (!submission.openedFor().equals(customer)) {
            throw new ProblemException(Problem.WRONG_CUSTOMER);
        }
        lay(agent, customer, action);
        return casesOfActions.of(submission);
    }

    private Case currentCase(Agent agent, CustomerId customer, @Nullable String openedFor) {
        if (CustomerAddress.parsed(openedFor).filter(customer::equals).isEmpty()) {
            throw new ProblemException(Problem.WRONG_CUSTOMER);
        }
        populations.check(agent, customer);
        return cases.current(agent, customer).orElseThrow(() -> new ProblemException(Problem.CASE_REQUIRED));
    }

    private String laid(Agent agent, CustomerId customer, String action, Model model) {
        model.addAttribute("view", lay(agent, customer, action).view());
        return ActionPages.VERIFY;
    }

    private Laid lay(Agent agent, CustomerId customer, String action) {
        return action.equals(ActionDesk.PROOF_ALONE)
                ? desk.layProof(agent, customer)
                : desk.lay(agent, customer, named(action));
    }

    private Action<?> named(String name) {
        return actions.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }
}
