package sandbox.graph.quota;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.settings.CurrentSettings;
import sandbox.state.Restorable;

/**
 * Graph's budgets, enforced while the setting {@code quotas} is on (facts §12). A refused request is charged as well, so
 * that who does not wait waits longer.
 */
@Component
public class Quotas implements Restorable {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final double ALMOST_USED = 0.8;
    private static final int SMALL = 50;
    private static final int MEDIUM = 500;

    private final Map<String, Budget> budgets = new ConcurrentHashMap<>();
    private final CurrentSettings settings;
    private final SandboxClock clock;
    private final TimeMeter time;
    private volatile Duration ahead = Duration.ZERO;

    Quotas(CurrentSettings settings, SandboxClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.time = new SandboxTime(clock);
    }

    /**
     * Who asks for what.
     *
     * @param path the parts of the route that answers
     * @param units resource units, modifiers applied
     * @param customers how many users the tenant has, which decides how large its budget is
     */
    public record Draw(String appId, String tenantId, List<String> path, boolean writes, int units, int customers) {}

    /**
     * What came of it.
     *
     * @param headers to be sent with the answer, be it a refusal or not
     */
    public record Verdict(boolean granted, Map<String, String> headers) {

        private static final Verdict GRANTED = new Verdict(true, Map.of());
    }

    /** Charges the request to every budget it falls under; refused when one of them is used up. */
    public Verdict draw(Draw draw) {
        if (!settings.now().quotas()) {
            return Verdict.GRANTED;
        }
        startOverWhenTheClockWentBack();
        var charges = charges(draw);
        return charges.stream()
                .filter(charge -> charge.nanosTooEarly() > 0)
                .findFirst()
                .map(Quotas::refused)
                .orElseGet(() -> granted(charges));
    }

    /** A restored state begins with whole budgets. */
    @Override
    public Runnable remember() {
        return budgets::clear;
    }

    @Override
    public void reset() {
        budgets.clear();
    }

    /** A budget that was charged in the future would not be refilled before then. */
    private void startOverWhenTheClockWentBack() {
        var now = clock.ahead();
        if (now.compareTo(ahead) < 0) {
            budgets.clear();
        }
        ahead = now;
    }

    private List<Charge> charges(Draw draw) {
        var both = draw.appId() + "/" + draw.tenantId();
        if (isReport(draw.path())) {
            return List.of(charge("Tenant_Application/ReadWrite/" + both, 5, TEN_SECONDS, 1, Kind.REPORTS));
        }
        var charges = new ArrayList<Charge>();
        charges.add(charge(
                "Tenant_Application/ReadWrite/" + both, size(draw.customers()), TEN_SECONDS, draw.units(), Kind.UNITS));
        if (draw.writes()) {
            charges.add(charge("Tenant_Application/Write/" + both, 3_000, Duration.ofSeconds(150), 1, Kind.WRITES));
            charges.add(charge("Tenant/Write/" + draw.tenantId(), 18_000, Duration.ofMinutes(5), 1, Kind.WRITES));
        }
        return charges;
    }

    private Charge charge(String scope, long capacity, Duration per, int amount, Kind kind) {
        var budget = budgets.computeIfAbsent(kind + scope, name -> new Budget(bucket(capacity, per), capacity));
        var nanos = budget.bucket().consumeIgnoringRateLimits(amount);
        return new Charge(
                scope, kind, Math.max(0, nanos), 1 - (double) budget.bucket().getAvailableTokens() / budget.capacity());
    }

    private Bucket bucket(long capacity, Duration per) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, per))
                .build();
    }

    private static int size(int customers) {
        if (customers < SMALL) {
            return 3_500;
        }
        return customers <= MEDIUM ? 5_000 : 8_000;
    }

    private static boolean isReport(List<String> path) {
        return path.getFirst().equals("auditLogs")
                || (path.size() > 2 && path.get(2).equals("authentication"));
    }

    private static Verdict refused(Charge charge) {
        var seconds = (charge.nanosTooEarly() + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
        return new Verdict(
                false,
                Map.of(
                        "Retry-After", Long.toString(seconds),
                        "x-ms-throttle-scope", charge.scope(),
                        "x-ms-throttle-information",
                                charge.kind() == Kind.WRITES ? "WriteLimitExceeded" : "ResourceUnitLimitExceeded"));
    }

    private static Verdict granted(List<Charge> charges) {
        var used = charges.stream().mapToDouble(Charge::used).max().orElse(0);
        return used < ALMOST_USED
                ? Verdict.GRANTED
                : new Verdict(
                        true, Map.of("x-ms-throttle-limit-percentage", Double.toString(Math.floor(used * 10) / 10)));
    }

    private enum Kind {
        UNITS,
        WRITES,
        REPORTS
    }

    private record Budget(Bucket bucket, long capacity) {}

    /**
     * A charge to one budget.
     *
     * @param nanosTooEarly how much later the request would have been within the budget; 0 = it is
     * @param used the part of the budget that is used up, 1 = all
     */
    private record Charge(String scope, Kind kind, long nanosTooEarly, double used) {}

    private record SandboxTime(SandboxClock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            var now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
