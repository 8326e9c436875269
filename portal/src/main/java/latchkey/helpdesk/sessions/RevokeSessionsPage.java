package latchkey.helpdesk.sessions;

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

/** The page that ends sessions. */
@Controller
@RequestMapping("/directories/{directory}/customers/{id}/actions/" + RevokeSessions.NAME)
@Requires(Permission.REVOKE_SESSIONS)
class RevokeSessionsPage {

    private final RevokeSessions action;
    private final ActionDesk desk;
    private final ActionOrder order;
    private final ActionPages pages;

    RevokeSessionsPage(RevokeSessions action, ActionDesk desk, ActionOrder order, ActionPages pages) {
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
        var result = order.carryOut(action, form.submission(agent, customer, null, new RevokeSessions.All()));
        return pages.after(action.name(), result, customer, model, response, () -> laid(agent, customer, model));
    }

    private String laid(Agent agent, CustomerId customer, Model model) {
        var view = desk.lay(agent, customer, action).view();
        model.addAttribute("view", view);
        return view.isReady() ? "sessions/revoke" : ActionPages.VERIFY;
    }
}
