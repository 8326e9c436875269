package latchkey.directory.graph.quota;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import latchkey.directory.DirectoryFailure.Throttled;
import latchkey.directory.OnBehalf;
import latchkey.directory.QuotaState.Left;
import latchkey.directory.QuotaState.Waited;
import org.jspecify.annotations.Nullable;

/** Lets the calls of one app registration in one tenant pass at the rate that Graph grants it, whichever node they come from. */
public final class Governor {

    /** Code of the failure when a call is not within the budgets in time. */
    public static final String REFUSED = "latchkey-quota";

    private static final Duration LONGEST_REFUSAL = Duration.ofMinutes(10);
    private static final double ALL_USED = 1.0;

    private final Map<Budget, SharedBudget> budgets = new EnumMap<>(Budget.class);
    private final Map<Cost.Kind, Turnstile> turnstiles = new EnumMap<>(Cost.Kind.class);
    private final Map<Priority, Timer> waits = new EnumMap<>(Priority.class);
    private final AtomicLong refused = new AtomicLong();
    private final Clock clock;
    private volatile @Nullable Instant lastRefused;

    Governor(Function<Budget, SharedBudget> budgets, MeterRegistry meters, Clock clock) {
        this.clock = clock;
        Arrays.stream(Budget.values()).forEach(budget -> this.budgets.put(budget, budgets.apply(budget)));
        turnstiles.put(Cost.Kind.READ, turnstile(Budget.UNITS));
        turnstiles.put(Cost.Kind.WRITE, turnstile(Budget.UNITS, Budget.WRITES, Budget.TENANT_WRITES));
        turnstiles.put(Cost.Kind.REPORT, turnstile(Budget.REPORTS));
        Arrays.stream(Priority.values()).forEach(priority -> waits.put(priority, timer(priority, meters)));
    }

    /**
     * Waits until the call is within the budgets.
     *
     * @throws Throttled with the remaining wait when it is not within that patience
     */
    public void enter(Cost cost, Priority priority, Duration patience) {
        var started = System.nanoTime();
        try {
            turnstile(cost).pass(new Ticket(cost, priority, OnBehalf.whom()), patience);
        } finally {
            Objects.requireNonNull(waits.get(priority)).record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        }
    }

    /**
     * Learns from what Graph says of its own count (facts §12).
     *
     * @param header the answer's headers by name, null for those it does not have
     */
    public void answered(Cost cost, Function<String, @Nullable String> header) {
        var counted = number(header.apply("x-ms-resource-unit"));
        if (counted > cost.units() && cost.units() > 0) {
            turnstile(cost).owe(Budget.UNITS, (long) counted - cost.units());
        }
        var used = number(header.apply("x-ms-throttle-limit-percentage"));
        if (used >= ALL_USED) {
            turnstile(cost).restBulk(Duration.ofMillis((long) (used * 1_000)));
        }
    }

    /**
     * Graph refused the call: the budget that it names is empty for all nodes until the wait is over.
     *
     * @param scope value of {@code x-ms-throttle-scope}
     * @param information value of {@code x-ms-throttle-information}
     */
    public void refused(Cost cost, Duration wait, @Nullable String scope, @Nullable String information) {
        refused.incrementAndGet();
        lastRefused = clock.instant();
        var meant = meant(cost, scope, information);
        if (meant != null) {
            budget(meant).emptyFor(wait.compareTo(LONGEST_REFUSAL) > 0 ? LONGEST_REFUSAL : wait);
        }
    }

    List<Left> left() {
        var left = new ArrayList<Left>();
        budgets.values()
                .forEach(shared -> left.add(new Left(
                        shared.budget().kind(),
                        shared.capacity(),
                        shared.budget().window(),
                        shared.available())));
        return left;
    }

    List<Integer> waiting() {
        return Arrays.stream(Priority.values())
                .map(priority -> turnstiles.values().stream()
                        .mapToInt(turnstile -> turnstile.waiting(priority))
                        .sum())
                .toList();
    }

    Waited waited() {
        var agents = Objects.requireNonNull(waits.get(Priority.AGENT)).takeSnapshot();
        var percentiles = agents.percentileValues();
        return new Waited(
                agents.count(),
                percentiles[0].value(TimeUnit.MILLISECONDS),
                percentiles[percentiles.length - 1].value(TimeUnit.MILLISECONDS));
    }

    long refusals() {
        return refused.get();
    }

    @Nullable
    Instant lastRefused() {
        return lastRefused;
    }

    private static @Nullable Budget meant(Cost cost, @Nullable String scope, @Nullable String information) {
        // A refusal that names no budget is waited out at the gate of this node alone.
        if (information == null || information.isBlank()) {
            return null;
        }
        if (cost.kind() == Cost.Kind.REPORT) {
            return Budget.REPORTS;
        }
        if (!information.toLowerCase(Locale.ROOT).startsWith("writelimit")) {
            return Budget.UNITS;
        }
        return scope != null && scope.startsWith("Tenant/") ? Budget.TENANT_WRITES : Budget.WRITES;
    }

    private Turnstile turnstile(Budget... needed) {
        var purses = new EnumMap<Priority, Purses>(Priority.class);
        var ordinary = purses(false, needed);
        purses.put(Priority.AGENT, ordinary);
        purses.put(Priority.LIVE, ordinary);
        purses.put(Priority.BULK, purses(true, needed));
        return new Turnstile(purses);
    }

    private Purses purses(boolean bulk, Budget... needed) {
        return new Purses(Arrays.stream(needed)
                .map(budget -> new Purse(budget(budget), bulk))
                .toList());
    }

    private Turnstile turnstile(Cost cost) {
        return Objects.requireNonNull(turnstiles.get(cost.kind()));
    }

    private SharedBudget budget(Budget budget) {
        return Objects.requireNonNull(budgets.get(budget));
    }

    private static double number(@Nullable String text) {
        try {
            return text == null ? 0 : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Timer timer(Priority priority, MeterRegistry meters) {
        return Timer.builder("latchkey.directory.permits")
                .description("Waiting for a permit to call Microsoft Graph")
                .tag("priority", priority.name().toLowerCase(Locale.ROOT))
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }
}
