package latchkey.helpdesk.customer;

import java.util.Locale;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The customer page and the panels it loads by itself. */
@Controller
@RequestMapping("/directories/{directory}/customers/{id}")
@Requires(Permission.VIEW_CUSTOMER)
class CustomerPage {

    private static final String PAGE = "customer/page";

    private final Opening opening;
    private final MethodsSeen methods;

    CustomerPage(Opening opening, MethodsSeen methods) {
        this.opening = opening;
        this.methods = methods;
    }

    @GetMapping
    String open(@PathVariable String directory, @PathVariable String id, Agent agent, Locale locale, Model model) {
        var customer = Addresses.customer(directory, id);
        model.addAttribute("at", Addresses.page(customer));
        model.addAttribute("view", opening.open(agent, customer, locale));
        return PAGE;
    }

    @GetMapping("/panels/{panel}")
    String openPanel(
            @PathVariable String directory,
            @PathVariable String id,
            @PathVariable String panel,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Agent agent,
            Locale locale,
            Model model) {
        var customer = Addresses.customer(directory, id);
        model.addAttribute("at", Addresses.page(customer));
        if (fragment) {
            model.addAttribute("panel", opening.openPanel(panel, agent, customer, locale));
            return "customer/panel :: panel";
        }
        model.addAttribute("view", opening.openWith(panel, agent, customer, locale));
        return PAGE;
    }

    @PostMapping("/methods")
    String askForMethodsAgain(
            @PathVariable String directory,
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Agent agent,
            Locale locale,
            Model model) {
        var customer = Addresses.customer(directory, id);
        opening.directoryOf(agent, customer);
        methods.forget(customer);
        return fragment
                ? openPanel(directory, id, MethodsPanel.KEY, true, agent, locale, model)
                : "redirect:" + Addresses.page(customer) + "/panels/" + MethodsPanel.KEY;
    }
}
