package latchkey.helpdesk.escalation;

import java.time.ZoneId;
import latchkey.access.CurrentAgent;
import latchkey.access.Permission;
import latchkey.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leads supervisors to what waits for them, and says how much it is. */
@Configuration(proxyBeanMethods = false)
class EscalationNavigation {

    @Bean
    NavigationEntry escalationsPlace(Escalations escalations, CurrentAgent agent) {
        return new NavigationEntry(
                "escalation.title",
                "/escalations",
                Permission.HANDLE_ESCALATIONS,
                210,
                () -> agent.find().map(escalations::waitingCount).orElse(0));
    }

    @Bean
    ZoneId escalationZone() {
        return ZoneId.systemDefault();
    }
}
