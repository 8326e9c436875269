package latchkey.access.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ViewResolver;

/** Tells what the gate refused, in the same words as every other problem, and notes it in the trail. */
@Component
class Refusals implements AccessDeniedHandler, AuthenticationEntryPoint {

    static final String SIGN_IN = "/oauth2/authorization/employees";

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final HandlerExceptionResolver problems;

    private final ViewResolver views;

    private final LocaleResolver languages;

    private final Trail trail;

    Refusals(
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            @Lazy @Qualifier("thymeleafViewResolver") ViewResolver views,
            @Lazy LocaleResolver languages,
            Trail trail) {
        this.problems = problems;
        this.views = views;
        this.languages = languages;
        this.trail = trail;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var refused = surprised(request, refused(denied));
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

    /** Answers with the problem's page, in the language of its reader, or its JSON. */
    void tell(HttpServletRequest request, HttpServletResponse response, Exception what) throws IOException {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
        LocaleContextHolder.setLocale(languages.resolveLocale(request));
        var page = problems.resolveException(request, response, null, what);
        if (page != null && page.getViewName() != null) {
            render(page, page.getViewName(), request, response);
        }
    }

    private void render(ModelAndView page, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            var view = views.resolveViewName(name, LocaleContextHolder.getLocale());
            Objects.requireNonNull(view, name).render(page.getModel(), request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The page of a refusal could not be written.", e);
        }
    }

    private static Refused surprised(HttpServletRequest request, Refused refused) {
        return refused.reason() == Reason.NOT_SIGNED_IN
                ? AgentSession.surprise(request).map(Refused::sessionEnded).orElse(refused)
                : refused;
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
