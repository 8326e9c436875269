package latchkey.access.gate;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Annotation;
import java.util.Optional;
import latchkey.access.ForCustomers;
import latchkey.access.OpenToAgents;
import latchkey.access.OpenToEveryone;
import latchkey.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What each page and endpoint asks of those who come; one that says nothing lets nobody in. */
@Component
class Routes {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    Routes(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** The rule for a request. */
    Rule rule(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (isHealth(path) || path.startsWith("/assets/")) {
            return new Rule.Anybody(Port.BOTH);
        }
        if (path.startsWith("/actuator")) {
            return new Rule.Nobody();
        }
        return handler(request).map(Routes::rule).orElse(new Rule.AnyAgent());
    }

    static Rule rule(HandlerMethod handler) {
        if (isOurs(handler)) {
            return handler.getBeanType().isAnnotationPresent(ForCustomers.class)
                    ? new Rule.Anybody(Port.CUSTOMERS)
                    : agentsRule(handler);
        }
        return new Rule.AnyAgent();
    }

    private static Rule agentsRule(HandlerMethod handler) {
        var required = find(handler, Requires.class);
        if (required != null) {
            return new Rule.Holders(required.value());
        }
        if (find(handler, OpenToAgents.class) != null) {
            return new Rule.AnyAgent();
        }
        var open = find(handler, OpenToEveryone.class);
        return open == null ? new Rule.Nobody() : new Rule.Anybody(open.onBothPorts() ? Port.BOTH : Port.AGENTS);
    }

    private static <A extends Annotation> @Nullable A find(HandlerMethod handler, Class<A> word) {
        var onMethod = handler.getMethodAnnotation(word);
        return onMethod != null ? onMethod : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), word);
    }

    /** A wrong method or media type has no handler: the dispatcher will say so to those who are let in. */
    private Optional<HandlerMethod> handler(HttpServletRequest request) {
        try {
            var chain = mappings.getObject().getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method
                    ? Optional.of(method)
                    : Optional.empty();
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    private static boolean isHealth(String path) {
        return path.equals("/actuator/health") || path.startsWith("/actuator/health/");
    }

    private static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getPackageName().startsWith("latchkey");
    }
}
