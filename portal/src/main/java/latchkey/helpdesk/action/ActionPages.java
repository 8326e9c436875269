package latchkey.helpdesk.action;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.api.Wording;
import latchkey.directory.CustomerId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What the pages of all actions do alike: where they go after an action, and how they show a refusal. */
@Component
public class ActionPages {

    /** The view that asks for proof of the caller; shown instead of a form that waits for it. */
    public static final String VERIFY = "action/verify";

    /** After these there is no form to go back to. */
    private static final Set<Problem> FINAL = EnumSet.of(
            Problem.NOT_PERMITTED,
            Problem.STEP_UP_REQUIRED,
            Problem.WRONG_CUSTOMER,
            Problem.CUSTOMER_NOT_FOUND,
            Problem.DIRECTORY_NOT_FOUND,
            Problem.PROTECTED_CUSTOMER,
            Problem.CUSTOMER_FROZEN,
            Problem.CASE_NOT_FOUND,
            Problem.NOT_POSSIBLE_IN_DIRECTORY);

    private final Wording wording;

    ActionPages(Wording wording) {
        this.wording = wording;
    }

    /**
     * The view to show after an action; when it happened, the customer's page, which says so once.
     *
     * @param action its name: the page says {@code action.<name>.done}
     * @param again lays the form out once more, with what is there now
     */
    public String after(
            String action,
            Result result,
            CustomerId customer,
            Model model,
            HttpServletResponse response,
            Supplier<String> again) {
        return switch (result) {
            case Result.Done done -> toCustomer(action, customer);
            case Result.Accepted accepted -> toCustomer(action, customer);
            case Result.Unknown unknown -> unknown(customer, model, response);
            case Result.Refused refused ->
                refused(new ProblemException(refused.problem(), refused.members()), model, response, again);
        };
    }

    /** The form again with the refusal above it; thrown on when there is no form to go back to. */
    public String refused(ProblemException refusal, Model model, HttpServletResponse response, Supplier<String> again) {
        if (FINAL.contains(refusal.problem())) {
            throw refusal;
        }
        response.setStatus(refusal.problem().status());
        model.addAttribute("problem", refusal.problem().code());
        model.addAttribute(
                "words", wording.words(refusal.problem(), refusal.members(), LocaleContextHolder.getLocale()));
        return again.get();
    }

    private static String toCustomer(String action, CustomerId customer) {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        RequestContextUtils.getOutputFlashMap(request).put("done", action);
        return "redirect:" + CustomerAddress.page(customer);
    }

    private String unknown(CustomerId customer, Model model, HttpServletResponse response) {
        response.setStatus(Problem.OUTCOME_UNKNOWN.status());
        model.addAttribute("words", wording.words(Problem.OUTCOME_UNKNOWN, Map.of(), LocaleContextHolder.getLocale()));
        model.addAttribute("at", CustomerAddress.page(customer));
        return "action/unknown";
    }
}
