package latchkey.helpdesk.approval;

import java.util.UUID;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The list of requests that wait for a second person, with a yes and a no for each. */
@Controller
@RequestMapping("/approvals")
@Requires(Permission.GIVE_APPROVAL)
class ApprovalPage {

    private final Approvals approvals;

    ApprovalPage(Approvals approvals) {
        this.approvals = approvals;
    }

    @GetMapping
    String list(Agent agent, Model model) {
        model.addAttribute("requests", approvals.waiting(agent));
        model.addAttribute("me", agent.key());
        return "approval/list";
    }

    @PostMapping("/{id}/yes")
    String give(@PathVariable UUID id, Agent agent) {
        approvals.give(agent, id);
        return "redirect:/approvals";
    }

    @PostMapping("/{id}/no")
    String deny(@PathVariable UUID id, Agent agent) {
        approvals.deny(agent, id);
        return "redirect:/approvals";
    }
}
