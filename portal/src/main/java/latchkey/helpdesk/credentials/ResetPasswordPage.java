package latchkey.helpdesk.credentials;

import jakarta.servlet.http.HttpServletResponse;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.action.ActionDesk;
import latchkey.helpdesk.action.ActionForm;
import latchkey.helpdesk.action.ActionOrder;
import latchkey.helpdesk.action.ActionPages;
import latchkey.helpdesk.action.CustomerAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that sends a customer the way to a new password. */
@Controller
@RequestMapping("/directories/{directory}/customers/{id}/actions/" + ResetPassword.NAME)
@Requires(Permission.RESET_PASSWORD)
class ResetPasswordPage {

    private final ResetPassword action;
    private final ResetSettings settings;
    private final ActionDesk desk;
    private final ActionOrder order;
    private final ActionPages pages;

    ResetPasswordPage(
            ResetPassword action, ResetSettings settings, ActionDesk desk, ActionOrder order, ActionPages pages) {
        this.action = action;
        this.settings = settings;
        this.desk = desk;
        this.order = order;
        this.pages = pages;
    }

    @GetMapping
    String show(@PathVariable String directory, @PathVariable String id, Agent agent, Model model) {
        return laid(agent, CustomerAddress.of(directory, id), model);
    }

    @PostMapping
    String carryOut(
            @PathVariable String directory,
            @PathVariable String id,
            @ModelAttribute ActionForm form,
            @RequestParam(defaultValue = "") String address,
            Agent agent,
            Model model,
            HttpServletResponse response) {
        var customer = CustomerAddress.of(directory, id);
        var result = order.carryOut(action, form.submission(agent, customer, null, new ChosenAddress(address)));
        return pages.after(action.name(), result, customer, model, response, () -> laid(agent, customer, model));
    }

    private String laid(Agent agent, CustomerId customer, Model model) {
        var laid = desk.lay(agent, customer, action);
        LocalSignIn.require(laid.customer());
        model.addAttribute("view", laid.view());
        var reset = settings.of(customer);
        model.addAttribute("linkMinutes", reset.linkFor().toMinutes());
        model.addAttribute("way", reset.way().name());
        model.addAttribute("showing", reset.showGeneratedPassword() && agent.may(Permission.SHOW_GENERATED_PASSWORD));
        return laid.view().isReady() ? "credentials/reset" : ActionPages.VERIFY;
    }
}
