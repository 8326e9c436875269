package latchkey.access.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import latchkey.access.AddressSettings;
import latchkey.access.EmployeeSettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the protective headers on every answer, errors included (OWASP ASVS 5.0 §3.4). */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ResponseHeaders extends OncePerRequestFilter {

    private static final String FEATURES = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
            + "browsing-topics=(), display-capture=(), publickey-credentials-get=()";

    private final Map<String, String> forAgents;

    private final Map<String, String> forCustomers;

    private final Ports ports;

    ResponseHeaders(AddressSettings addresses, EmployeeSettings employees, Ports ports) {
        this.ports = ports;
        var issuer = employees.issuer();
        // Browsers apply form-action to the redirects that follow a form, and signing out is a form that ends there.
        forAgents = headers(
                "'self' " + issuer.getScheme() + "://" + issuer.getRawAuthority(),
                // Not no-referrer: it would blank the Origin of our own forms, which old browsers are judged by.
                "same-origin",
                addresses.overTls());
        forCustomers = headers(
                "'self'", "no-referrer", "https".equals(addresses.front().url().getScheme()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        (ports.isCustomers(request) ? forCustomers : forAgents).forEach(response::setHeader);
        chain.doFilter(request, response);
    }

    private static Map<String, String> headers(String forms, String referrer, boolean tls) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                        + "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action " + forms);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", referrer);
        headers.put("Permissions-Policy", FEATURES);
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Cache-Control", "no-store");
        if (tls) {
            headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        return Map.copyOf(headers);
    }
}
