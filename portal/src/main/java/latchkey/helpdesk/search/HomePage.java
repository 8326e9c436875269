package latchkey.helpdesk.search;

import latchkey.access.Agent;
import latchkey.access.OpenToAgents;
import latchkey.access.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody arrives: at the search box, or at what they may do when searching is not theirs. */
@Controller
@OpenToAgents
class HomePage {

    @GetMapping("/")
    String home(Agent agent) {
        return agent.may(Permission.SEARCH_CUSTOMERS) ? "search/home" : "redirect:/me";
    }
}
