package sandbox.dataverse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import sandbox.clock.SandboxClock;
import sandbox.journal.Exchange;
import sandbox.tenants.Application;
import sandbox.tenants.Tenants;
import sandbox.token.AccessToken;
import sandbox.token.AccessTokens;

/** Lets nobody near Dataverse but its application users with a token for this environment (facts, Dataverse §1f). */
@Component("dataverseBearerCheck")
class BearerCheck implements HandlerInterceptor, WebMvcConfigurer {

    /** The request attribute that holds the caller's name. */
    static final String CALLER = "sandbox.dataverse.caller";

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;
    private final Tenants tenants;
    private final SandboxClock clock;

    BearerCheck(AccessTokens tokens, Tenants tenants, SandboxClock clock) {
        this.tokens = tokens;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/data/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var token = token(request);
        if (token.isEmpty()) {
            challenge(request, response);
            return false;
        }
        Exchange.of(request).calledBy(token.get().appId());
        var caller = member(token.get());
        if (caller.isEmpty()) {
            throw new DataverseException(403, "0x80072560", "The user is not a member of the organization.");
        }
        request.setAttribute(CALLER, caller.get().displayName());
        return true;
    }

    private Optional<AccessToken> token(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(SCHEME)) {
            return Optional.empty();
        }
        return tokens.read(header.substring(SCHEME.length()))
                .filter(token -> token.validAt(clock.instant()))
                .filter(token -> isForHere(token.audience(), request));
    }

    /** The environment goes by the address under which it is called, with or without a slash. */
    private static boolean isForHere(String audience, HttpServletRequest request) {
        var wanted = audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience;
        return wanted.toLowerCase(Locale.ROOT).equals(root(request));
    }

    private Optional<Application> member(AccessToken token) {
        return tenants.tenant(token.tenantId())
                .flatMap(tenant -> tenants.application(tenant, token.appId()))
                .filter(Application::dataverseUser);
    }

    private static void challenge(HttpServletRequest request, HttpServletResponse response) {
        var root = root(request);
        response.setStatus(401);
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer authorization_uri=" + root + "/" + Tenants.EMPLOYEES + "/oauth2/authorize, resource_id=" + root
                        + "/");
    }

    private static String root(HttpServletRequest request) {
        var url = request.getRequestURL();
        return url.substring(0, url.indexOf("/", "https://".length())).toLowerCase(Locale.ROOT);
    }
}
