package latchkey.access.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import latchkey.access.Refused;
import latchkey.access.Refused.Reason;
import latchkey.audit.Announcement;
import latchkey.audit.AuditUnavailable;
import latchkey.audit.Subject;
import latchkey.audit.Trail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;

/** Tells what the gate refused, in the same words as every other problem, and notes it in the trail. */
@Component
class Refusals implements AccessDeniedHandler, AuthenticationEntryPoint {

    static final String SIGN_IN = "/oauth2/authorization/employees";

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final HandlerExceptionResolver problems;

    private final Trail trail;

    Refusals(@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems, Trail trail) {
        this.problems = problems;
        this.trail = trail;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var refused = refused(denied);
        if (refused.reason() == Reason.NOT_SIGNED_IN && isPageVisit(request)) {
            response.sendRedirect(SIGN_IN);
        } else {
            note(request, refused.reason());
            tell(request, response, refused);
        }
    }

    /** The framework asks here for those who are anonymous, whatever the gate's reason was. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException asked)
            throws IOException {
        var cause = asked.getCause();
        handle(
                request,
                response,
                cause instanceof AccessDeniedException denied ? denied : new Refused(Reason.NOT_SIGNED_IN));
    }

    /** Answers with the problem's page or its JSON. */
    void tell(HttpServletRequest request, HttpServletResponse response, Exception what) {
        problems.resolveException(request, response, null, what);
    }

    private static Refused refused(AccessDeniedException denied) {
        return switch (denied) {
            case Refused refused -> refused;
            case AuthorizationDeniedException decided
            when decided.getAuthorizationResult() instanceof Decision(var reason) && reason != null ->
                new Refused(reason);
            case CsrfException missing -> new Refused(agent() == null ? Reason.NOT_SIGNED_IN : Reason.CSRF_MISSING);
            default -> new Refused(agent() == null ? Reason.NOT_SIGNED_IN : Reason.NOT_PERMITTED);
        };
    }

    private void note(HttpServletRequest request, Reason reason) {
        var token = agent();
        if (token == null || reason == Reason.NOT_HERE) {
            return;
        }
        try {
            trail.note(
                    new Announcement(
                            token.getPrincipal().actor(),
                            "open-page",
                            subject(request),
                            null,
                            null,
                            null,
                            Map.of("route", request.getMethod() + " " + route(request)),
                            Map.of()),
                    code(reason));
        } catch (AuditUnavailable e) {
            log.warn("A refusal could not be noted in the trail: {}", e.getMessage());
        }
    }

    private static @Nullable Subject subject(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("directory") instanceof String directory
                        && variables.get("id") instanceof String id
                ? new Subject(directory, id)
                : null;
    }

    private static Object route(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "unknown" : pattern;
    }

    private static String code(Reason reason) {
        return reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static @Nullable AgentToken agent() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof AgentToken token ? token : null;
    }

    static boolean isPageVisit(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && !request.getRequestURI().startsWith("/api/")
                && request.getHeader("HX-Request") == null;
    }
}
