package sandbox.journal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes every request on one of Microsoft's paths, and its answer, into the journal. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class JournalFilter extends HttpFilter {

    private static final int BODY_TOO_LARGE = 413;

    private final transient Journal journal;

    JournalFilter(Journal journal) {
        this.journal = journal;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var kind = Kind.of(understood(request));
        if (kind.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var exchange = new Exchange(kind.get());
        exchange.attachTo(request);
        // Pages of the sign-in are forms that Tomcat parses itself; their bodies stay with it.
        if (kind.get() == Kind.OIDC) {
            answer(request, response, chain, exchange, null);
            return;
        }
        var kept = new KeptRequest(request);
        if (kept.tooLarge()) {
            response.setStatus(BODY_TOO_LARGE);
            note(request, response, exchange, null);
            return;
        }
        answer(kept, response, chain, exchange, Masking.of(kept));
    }

    /** The path as the web server reads it, whatever escapes, dots and slashes it was written with. */
    private static String understood(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    private void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Exchange exchange,
            @Nullable String body)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            note(request, response, exchange, body);
        }
    }

    private void note(
            HttpServletRequest request, HttpServletResponse response, Exchange exchange, @Nullable String body) {
        journal.append(new JournalEntry(
                0,
                exchange.at(),
                Instant.now(),
                exchange.kind(),
                request.getMethod(),
                request.getRequestURI(),
                request.getQueryString(),
                exchange.cut() ? 0 : response.getStatus(),
                exchange.appId(),
                request.getHeader("client-request-id"),
                exchange.requestId(),
                response.getHeader("Retry-After"),
                body,
                exchange.fault()));
    }
}
