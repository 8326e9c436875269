package latchkey.access.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import latchkey.access.AtWork;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets pages and endpoints ask for their agent by a parameter, and tells whoever wants to know whose request it is. */
@Configuration(proxyBeanMethods = false)
class GateOfPages implements WebMvcConfigurer {

    private final AgentOfRequest agent;
    private final List<AtWork> listeners;

    GateOfPages(AgentOfRequest agent, List<AtWork> listeners) {
        this.agent = agent;
        this.listeners = listeners;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(agent);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Telling());
    }

    private final class Telling implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            agent.find().ifPresent(who -> listeners.forEach(listener -> listener.begins(who)));
            return true;
        }

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
            listeners.forEach(AtWork::ends);
        }
    }
}
