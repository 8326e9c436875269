package latchkey.access.gate;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets pages and endpoints ask for their agent by a parameter. */
@Configuration(proxyBeanMethods = false)
class GateOfPages implements WebMvcConfigurer {

    private final AgentOfRequest agent;

    GateOfPages(AgentOfRequest agent) {
        this.agent = agent;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(agent);
    }
}
