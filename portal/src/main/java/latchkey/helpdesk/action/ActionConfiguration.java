package latchkey.helpdesk.action;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the order that are lists, each named here though it is empty. */
@Configuration(proxyBeanMethods = false)
class ActionConfiguration {

    @Bean
    Notices notices() {
        return new Notices(List.of());
    }
}
