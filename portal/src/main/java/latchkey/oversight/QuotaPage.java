package latchkey.oversight;

import java.time.ZoneOffset;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.directory.Quotas;
import latchkey.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the directories still grant, and who waits for it. */
@Controller
@Requires(Permission.VIEW_OPERATIONS)
class QuotaPage {

    private final Quotas quotas;

    QuotaPage(Quotas quotas) {
        this.quotas = quotas;
    }

    @GetMapping("/quota")
    String show(Model model) {
        model.addAttribute("registrations", quotas.now());
        model.addAttribute("utc", ZoneOffset.UTC);
        return "oversight/quota";
    }

    /** Where it stands among the places. */
    @Bean
    static NavigationEntry quotaEntry() {
        return new NavigationEntry("oversight.quota.place", "/quota", Permission.VIEW_OPERATIONS, 320);
    }
}
