package latchkey.helpdesk.action;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the order that are lists, each named here though it is empty. */
@Configuration(proxyBeanMethods = false)
class ActionConfiguration {

    @Bean
    Notices notices(ObjectProvider<Notice> notices) {
        return new Notices(notices.orderedStream().toList());
    }
}
