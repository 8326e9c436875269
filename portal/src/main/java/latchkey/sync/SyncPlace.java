package latchkey.sync;

import java.time.ZoneId;
import latchkey.access.Permission;
import latchkey.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the sync's page stands in the navigation, and the zone in which its times are told. */
@Configuration(proxyBeanMethods = false)
class SyncPlace {

    @Bean
    NavigationEntry syncEntry() {
        return new NavigationEntry("sync.title", "/sync", Permission.VIEW_SYNC, 300);
    }

    @Bean
    ZoneId syncZone() {
        return ZoneId.systemDefault();
    }
}
