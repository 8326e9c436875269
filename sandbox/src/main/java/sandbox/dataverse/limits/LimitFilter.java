package sandbox.dataverse.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.settings.CurrentSettings;
import sandbox.state.Restorable;
import sandbox.token.AccessToken;
import sandbox.token.AccessTokens;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds every user to the service protection limits, each web server for itself; a cookie leads back to the same server
 * (facts, Dataverse §1e). Around faults and latency, so that what is slow counts as running.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class LimitFilter extends HttpFilter implements Restorable {

    private static final String AFFINITY = "ARRAffinity";
    private static final String SCHEME = "Bearer ";

    private final transient Map<String, Window> windows = new ConcurrentHashMap<>();
    private final transient AtomicInteger turn = new AtomicInteger();
    private final transient AccessTokens tokens;
    private final transient CurrentSettings settings;
    private final transient SandboxClock clock;
    private final transient JsonMapper json;

    LimitFilter(AccessTokens tokens, CurrentSettings settings, SandboxClock clock, JsonMapper json) {
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
        this.json = json;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var user = request.getRequestURI().startsWith("/api/data")
                        && settings.now().dataverse().limits()
                ? user(request)
                : Optional.<String>empty();
        if (user.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            hold(user.get() + " at " + server(request, response), request, response, chain);
        }
    }

    @Override
    public Runnable remember() {
        return () -> {};
    }

    @Override
    public void reset() {
        windows.clear();
    }

    private void hold(String who, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var window = windows.computeIfAbsent(who, any -> new Window());
        var refusal = window.begin(clock.millis(), settings.now().dataverse());
        tell(window, response);
        if (refusal.isPresent()) {
            refuse(refusal.get(), response);
            return;
        }
        var begun = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            window.end(clock.millis(), (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private void tell(Window window, HttpServletResponse response) {
        var left = window.left(settings.now().dataverse());
        response.setHeader("x-ms-ratelimit-burst-remaining-xrm-requests", String.valueOf(left.requests()));
        response.setHeader(
                "x-ms-ratelimit-time-remaining-xrm-requests", String.format(Locale.ROOT, "%,.2f", left.seconds()));
    }

    private void refuse(Window.Refusal refusal, HttpServletResponse response) throws IOException {
        response.setStatus(429);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfterSeconds()));
        response.setContentType("application/json; odata.metadata=minimal");
        response.setHeader("OData-Version", "4.0");
        json.writeValue(
                response.getOutputStream(),
                Map.of("error", Map.of("code", refusal.code(), "message", refusal.message())));
    }

    private Optional<String> user(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.startsWith(SCHEME)
                ? Optional.empty()
                : tokens.read(header.substring(SCHEME.length())).map(AccessToken::appId);
    }

    /** Whoever brings no cookie comes to the next server. */
    private int server(HttpServletRequest request, HttpServletResponse response) {
        var servers = settings.now().dataverse().webServers();
        var known = cookies(request)
                .filter(cookie -> cookie.getName().equals(AFFINITY))
                .map(cookie -> cookie.getValue().hashCode())
                .findFirst();
        if (known.isPresent()) {
            return Math.floorMod(known.get(), servers);
        }
        var value = Integer.toHexString(0x5A17_0000 + Math.floorMod(turn.getAndIncrement(), servers));
        response.addHeader(HttpHeaders.SET_COOKIE, AFFINITY + "=" + value + "; Path=/; HttpOnly");
        return Math.floorMod(value.hashCode(), servers);
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        return request.getCookies() == null ? Stream.empty() : Stream.of(request.getCookies());
    }
}
