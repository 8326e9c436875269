package latchkey.access.gate;

import java.util.Optional;
import latchkey.access.Agent;
import latchkey.access.CurrentAgent;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The agent of this request, for those who ask and for parameters of type {@link Agent}. */
@Component
class AgentOfRequest implements CurrentAgent, HandlerMethodArgumentResolver {

    @Override
    public Agent get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody passed the gate with this request"));
    }

    @Override
    public Optional<Agent> find() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof AgentToken token
                ? Optional.of(token.getPrincipal())
                : Optional.empty();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Agent.class;
    }

    @Override
    public Agent resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer mavContainer,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        return get();
    }
}
