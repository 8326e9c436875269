package latchkey.helpdesk.search;

import latchkey.access.Permission;
import latchkey.web.NavigationEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts searching into the navigation, and reads how the box is set up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class SearchConfiguration {

    @Bean
    NavigationEntry searchEntry() {
        return new NavigationEntry("search.place", "/", Permission.SEARCH_CUSTOMERS, 10);
    }
}
