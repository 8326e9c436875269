package latchkey.access.gate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import latchkey.access.Refused;
import latchkey.access.Refused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses changes that another site's page asks for; a second wall beside the token in each form. */
final class SameSite extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private static final Set<String> FROM_HERE = Set.of("same-origin", "none");

    private final Refusals refusals;

    SameSite(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || comesFromHere(request)) {
            chain.doFilter(request, response);
        } else {
            refusals.handle(request, response, new Refused(Reason.CSRF_MISSING));
        }
    }

    /** Browsers from before Sec-Fetch-Site send Origin; what sends neither is no browser and has only its token. */
    private static boolean comesFromHere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null ? originIsHost(request.getHeader("Origin"), request) : FROM_HERE.contains(site);
    }

    private static boolean originIsHost(@Nullable String origin, HttpServletRequest request) {
        return origin == null || authority(origin).equalsIgnoreCase(request.getHeader("Host"));
    }

    private static String authority(String origin) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
