package sandbox.faults;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import sandbox.journal.Exchange;
import sandbox.journal.Kind;
import sandbox.settings.CurrentSettings;

/** Lets the faults in force, and the latency of the settings, happen to requests. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class FaultFilter extends HttpFilter {

    private final transient Faults faults;
    private final transient CurrentSettings settings;
    private final transient LateRequest late;
    private final transient Map<Kind, FaultAnswer> answers;

    FaultFilter(Faults faults, CurrentSettings settings, LateRequest late, List<FaultAnswer> answers) {
        this.faults = faults;
        this.settings = settings;
        this.late = late;
        this.answers = answers.stream().collect(Collectors.toMap(FaultAnswer::kind, Function.identity()));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var kind = Kind.of(request.getRequestURI());
        if (kind.isEmpty() || late.is(request)) {
            chain.doFilter(request, response);
            return;
        }
        pause(latency(kind.get()));
        var struck = faults.strike(kind.get(), request.getMethod(), request.getRequestURI());
        if (struck.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Exchange.of(request).faulted(struck.get().action().text());
        befall(struck.get(), request, response, chain);
    }

    private void befall(Fault fault, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (fault.action()) {
            case STATUS -> refuse(fault, request, response);
            case SLOW -> {
                pause(fault.delay());
                chain.doFilter(request, response);
            }
            case LOST -> {
                chain.doFilter(request, new SwallowedAnswer(response));
                pause(fault.delay());
                cut(request);
            }
            case RESET -> breakOff(request, response, chain);
            case DOWN -> cut(request);
            case LATE -> {
                late.sendLater(request, fault.delay());
                cut(request);
            }
        }
    }

    private void refuse(Fault fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var exchange = Exchange.of(request);
        response.setStatus(fault.statusOrDefault());
        response.setHeader("request-id", exchange.requestId());
        if (fault.retryAfter() != null) {
            response.setHeader("Retry-After", fault.retryAfter());
        }
        var answer = answers.get(exchange.kind());
        if (answer != null) {
            var body = answer.body(fault.statusOrDefault(), exchange.requestId());
            response.setContentType(body.contentType());
            response.getOutputStream().write(body.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void breakOff(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var swallowed = new SwallowedAnswer(response);
        chain.doFilter(request, swallowed);
        var whole = swallowed.written();
        response.setContentLength(Math.max(whole.length, 2));
        response.getOutputStream().write(whole, 0, whole.length / 2);
        response.flushBuffer();
        cut(request);
    }

    private static void cut(HttpServletRequest request) {
        Exchange.of(request).cutOff();
        Connection.cut(request);
    }

    private long latency(Kind kind) {
        return switch (kind) {
            case GRAPH -> settings.now().graphLatencyMillis();
            case DATAVERSE -> settings.now().dataverseLatencyMillis();
            default -> 0;
        };
    }

    private static void pause(long millis) {
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
