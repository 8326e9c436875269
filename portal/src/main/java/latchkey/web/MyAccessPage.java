package latchkey.web;

import java.util.Arrays;
import latchkey.access.Agent;
import latchkey.access.OpenToAgents;
import latchkey.access.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells agents who they are here and what their roles allow. */
@Controller
class MyAccessPage {

    @GetMapping("/me")
    @OpenToAgents
    String show(Agent agent, Model model) {
        model.addAttribute("agent", agent);
        model.addAttribute("permissions", Arrays.asList(Permission.values()));
        return "web/my-access";
    }
}
