package latchkey.access.gate;

import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import latchkey.access.FrontLimitSettings;
import latchkey.access.Refused;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down an address that asks for customers' pages faster than people do. */
final class CustomersPace extends OncePerRequestFilter {

    private static final int ADDRESSES = 10_000;

    private final FrontLimitSettings limit;

    private final Refusals refusals;

    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    });

    CustomersPace(FrontLimitSettings limit, Refusals refusals) {
        this.limit = limit;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var taken = bucket(request.getRemoteAddr()).tryConsumeAndReturnRemaining(1);
        if (taken.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refusals.tell(request, response, Refused.until(Duration.ofNanos(taken.getNanosToWaitForRefill())));
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/health")
                || request.getRequestURI().startsWith("/assets/");
    }

    private Bucket bucket(String address) {
        return buckets.computeIfAbsent(
                address,
                unseen -> Bucket.builder()
                        .addLimit(rate ->
                                rate.capacity(limit.burst()).refillGreedy(limit.perMinute(), Duration.ofMinutes(1)))
                        .build());
    }
}
