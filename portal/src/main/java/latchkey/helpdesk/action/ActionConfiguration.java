package latchkey.helpdesk.action;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the order that are lists: rules across actions and notices, each named here though it is empty. */
@Configuration(proxyBeanMethods = false)
class ActionConfiguration {

    @Bean
    RulesAcrossActions rulesAcrossActions() {
        return new RulesAcrossActions(List.of());
    }

    @Bean
    Notices notices(ObjectProvider<Notice> notices) {
        return new Notices(notices.orderedStream().toList());
    }

    @Bean
    Population population() {
        return (agent, customer) -> true;
    }
}
