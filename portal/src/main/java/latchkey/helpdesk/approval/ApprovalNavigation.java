package latchkey.helpdesk.approval;

import latchkey.access.Permission;
import latchkey.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leads those who approve to what waits for them. */
@Configuration(proxyBeanMethods = false)
class ApprovalNavigation {

    @Bean
    NavigationEntry approvals() {
        return new NavigationEntry("approval.title", "/approvals", Permission.GIVE_APPROVAL, 200);
    }
}
