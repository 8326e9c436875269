package latchkey.helpdesk.verification;

import latchkey.access.CurrentAgent;
import latchkey.access.Permission;
import latchkey.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leads supervisors to the overrides that wait for an answer or a review, and says how many they are. */
@Configuration(proxyBeanMethods = false)
class OverrideNavigation {

    @Bean
    NavigationEntry overridesPlace(Overrides overrides, CurrentAgent agent) {
        return new NavigationEntry(
                "verification.overrides.title",
                "/overrides",
                Permission.OVERRIDE_VERIFICATION,
                220,
                () -> agent.find()
                        .map(overrides::open)
                        .map(java.util.List::size)
                        .orElse(0));
    }
}
