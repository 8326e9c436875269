package latchkey.helpdesk.limits;

import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who reached a limit in the last week. */
@Controller
@Requires(Permission.VIEW_OPERATIONS)
class LimitsPage {

    private final Alarms alarms;

    LimitsPage(Alarms alarms) {
        this.alarms = alarms;
    }

    @GetMapping("/limits")
    String show(Model model) {
        model.addAttribute("alarms", alarms.lately());
        return "limits/alarms";
    }

    /** Where it stands among the places. */
    @Bean
    static NavigationEntry limitsEntry() {
        return new NavigationEntry("limits.place", "/limits", Permission.VIEW_OPERATIONS, 315);
    }
}
