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
import latchkey.helpdesk.action.Result;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page that sets a generated password and shows it once; it has no endpoint, so that no program collects them. */
@Controller
@RequestMapping("/directories/{directory}/customers/{id}/actions/" + ShowPassword.NAME)
@Requires(Permission.SHOW_GENERATED_PASSWORD)
class ShowPasswordPage {

    private final ShowPassword action;
    private final ActionDesk desk;
    private final ActionOrder order;
    private final ActionPages pages;

    ShowPasswordPage(ShowPassword action, ActionDesk desk, ActionOrder order, ActionPages pages) {
        this.action = action;
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
            Agent agent,
            Model model,
            HttpServletResponse response) {
        var customer = CustomerAddress.of(directory, id);
        var password = GeneratedPassword.fresh();
        var result = order.carryOut(action, form.submission(agent, customer, null, password));
        if (result instanceof Result.Done) {
            model.addAttribute("at", CustomerAddress.page(customer));
            model.addAttribute("password", password.reveal());
            return "credentials/shown";
        }
        return pages.after(action.name(), result, customer, model, response, () -> laid(agent, customer, model));
    }

    private String laid(Agent agent, CustomerId customer, Model model) {
        action.requireSetting(customer);
        var view = desk.lay(agent, customer, action).view();
        model.addAttribute("view", view);
        return view.isReady() ? "credentials/show" : ActionPages.VERIFY;
    }
}
