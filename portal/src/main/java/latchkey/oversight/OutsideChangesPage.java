package latchkey.oversight;

import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who else changed customers, for those who look after the desk. */
@Controller
@Requires(Permission.VIEW_OPERATIONS)
class OutsideChangesPage {

    private final SeenOutsideChanges changes;

    OutsideChangesPage(SeenOutsideChanges changes) {
        this.changes = changes;
    }

    @GetMapping("/outside-changes")
    String show(Agent agent, Model model) {
        model.addAttribute("changes", changes.latest(agent));
        model.addAttribute("days", SeenOutsideChanges.SHOWN_FOR.toDays());
        return "oversight/outside";
    }

    /** Where it stands among the places. */
    @Bean
    static NavigationEntry outsideChangesEntry() {
        return new NavigationEntry("oversight.outside.place", "/outside-changes", Permission.VIEW_OPERATIONS, 325);
    }
}
