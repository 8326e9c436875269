package latchkey.directory.graph.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import latchkey.directory.DirectoryFailure.Throttled;
import latchkey.directory.DirectoryId;
import latchkey.directory.OnBehalf;
import latchkey.directory.QuotaSettings;
import latchkey.directory.QuotaState;
import latchkey.directory.QuotaState.Left;
import latchkey.testing.Eventually;
import latchkey.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Who may call the directory, when, and who waits. */
class GovernorTest {

    private static final DirectoryId CONTOSO = new DirectoryId("contoso");
    private static final UUID TENANT = UUID.fromString("b2c00000-0000-4000-8000-000000000001");
    private static final Cost READ = Cost.of(HttpMethod.GET, "users/e1", false);
    private static final Cost WRITE = Cost.of(HttpMethod.PATCH, "users/e1", false);
    private static final Cost REPORT = Cost.of(HttpMethod.GET, "users/e1/authentication/methods", true);
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final TestDatabase database = TestDatabase.shared();
    private final UUID app = UUID.randomUUID();

    @AfterEach
    void nobodyWaitsAnyMore() {
        callers.shutdownNow();
    }

    @Test
    void callsWithinTheBudgetPass() {
        var governor = onItsOwn(QuotaSettings.published());

        governor.enter(READ, Priority.AGENT, PATIENT);
        governor.enter(WRITE, Priority.LIVE, PATIENT);
        governor.enter(REPORT, Priority.AGENT, PATIENT);
    }

    @Test
    void aBudgetThatIsUsedUpIsToldWithTheTimeToWait() {
        var governor = onItsOwn(reports(2));
        governor.enter(REPORT, Priority.AGENT, PATIENT);
        governor.enter(REPORT, Priority.AGENT, PATIENT);

        assertThatThrownBy(() -> governor.enter(REPORT, Priority.AGENT, AT_ONCE))
                .isInstanceOfSatisfying(
                        Throttled.class,
                        busy -> assertThat(busy.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10)));
    }

    @Test
    void theSlowBudgetHoldsUpNoFastCall() {
        var governor = onItsOwn(reports(1));
        governor.enter(REPORT, Priority.AGENT, PATIENT);
        assertThatThrownBy(() -> governor.enter(REPORT, Priority.AGENT, AT_ONCE))
                .isInstanceOf(Throttled.class);

        governor.enter(READ, Priority.AGENT, PATIENT);
        governor.enter(WRITE, Priority.AGENT, PATIENT);
    }

    @Test
    void twoNodesTogetherDoNotExceedWhatTheDatabaseGrants() {
        var settings = new QuotaSettings(100_000, 60, 18_000, 5);
        var first = Governors.shared(settings, database.application(), new SimpleMeterRegistry(), Clock.systemUTC());
        var second = Governors.shared(settings, database.application(), new SimpleMeterRegistry(), Clock.systemUTC());
        var passed = new AtomicInteger();

        var started = System.nanoTime();
        List.of(first, second).forEach(node -> {
            var governor = node.of(CONTOSO, "sync", TENANT, app);
            IntStream.range(0, 60)
                    .forEach(call -> callers.execute(() -> {
                        governor.enter(WRITE, Priority.LIVE, Duration.ofSeconds(3));
                        passed.incrementAndGet();
                    }));
        });

        Eventually.that("nearly all of the budget is used", () -> passed.get() >= 58);
        var granted = 60
                + (System.nanoTime() - started)
                        / Duration.ofSeconds(150).dividedBy(60).toNanos()
                + 1;
        assertThat((long) passed.get()).isLessThanOrEqualTo(granted);
    }

    @Test
    void whatAllAppsOfATenantShareIsShared() {
        var settings = new QuotaSettings(8_000, 3_000, 10, 5);
        var governors =
                Governors.shared(settings, database.application(), new SimpleMeterRegistry(), Clock.systemUTC());
        var tenant = UUID.randomUUID();
        var agents = governors.of(CONTOSO, "agents", tenant, UUID.randomUUID());
        var sync = governors.of(CONTOSO, "sync", tenant, UUID.randomUUID());
        IntStream.range(0, 10).forEach(call -> sync.enter(WRITE, Priority.LIVE, PATIENT));

        assertThatThrownBy(() -> agents.enter(WRITE, Priority.AGENT, AT_ONCE)).isInstanceOf(Throttled.class);
        agents.enter(READ, Priority.AGENT, PATIENT);
    }

    @Test
    void bulkWorkLeavesAPartOfTheBudgetToTheOthers() {
        var governor = onItsOwn(new QuotaSettings(8_000, 100, 18_000, 5));
        var passed = new AtomicInteger();
        IntStream.range(0, 200)
                .forEach(call -> callers.execute(() -> {
                    governor.enter(WRITE, Priority.BULK, PATIENT);
                    passed.incrementAndGet();
                }));
        Eventually.that("bulk work has taken its part", () -> passed.get() >= 85);

        governor.enter(WRITE, Priority.AGENT, PATIENT);
        governor.enter(WRITE, Priority.LIVE, PATIENT);

        assertThat(passed.get()).isLessThan(100);
    }

    @Test
    void theMoreUrgentGoFirstAndOneAgentsManyCallsDoNotStopAnother() {
        var governor = onItsOwn(reports(20));
        var order = new ConcurrentLinkedQueue<String>();
        IntStream.range(0, 20).forEach(call -> governor.enter(REPORT, Priority.AGENT, PATIENT));

        waits(governor, Priority.LIVE, "sync", order, 1);
        IntStream.range(0, 6).forEach(call -> waits(governor, Priority.AGENT, "kim", order, call + 1, 1));
        waits(governor, Priority.AGENT, "sam", order, 7, 1);

        Eventually.that("everybody had a turn", () -> order.size() == 8);
        assertThat(order).first().isEqualTo("kim");
        assertThat(order).element(1).isEqualTo("sam");
        assertThat(order).last().isEqualTo("sync");
    }

    @Test
    void aRefusalOfTheDirectoryStopsEveryNodeForItsBudgetAlone() {
        var settings = QuotaSettings.published();
        var first = Governors.shared(settings, database.application(), new SimpleMeterRegistry(), Clock.systemUTC());
        var second = Governors.shared(settings, database.application(), new SimpleMeterRegistry(), Clock.systemUTC());

        first.of(CONTOSO, "sync", TENANT, app)
                .refused(WRITE, Duration.ofSeconds(30), "Tenant_Application/Write/a/t", "WriteLimitExceeded");

        var other = second.of(CONTOSO, "sync", TENANT, app);
        assertThatThrownBy(() -> other.enter(WRITE, Priority.AGENT, AT_ONCE)).isInstanceOf(Throttled.class);
        other.enter(READ, Priority.AGENT, PATIENT);
        assertThat(left(second, QuotaState.Kind.WRITES).available()).isBetween(-600L, -500L);
        assertThat(first.now()).singleElement().satisfies(state -> {
            assertThat(state.refused()).isEqualTo(1);
            assertThat(state.lastRefused()).isNotNull();
        });
    }

    @Test
    void aFullBudgetSlowsBulkWorkOnly() {
        var governor = onItsOwn(QuotaSettings.published());

        governor.answered(WRITE, Map.of("x-ms-throttle-limit-percentage", "1.4")::get);

        governor.enter(WRITE, Priority.AGENT, PATIENT);
        governor.enter(WRITE, Priority.LIVE, PATIENT);
        assertThatThrownBy(() -> governor.enter(WRITE, Priority.BULK, AT_ONCE)).isInstanceOf(Throttled.class);
        governor.enter(WRITE, Priority.BULK, PATIENT);
    }

    @Test
    void aCallThatCostMoreThanThoughtIsPaidFor() {
        var governor = onItsOwn(new QuotaSettings(100, 3_000, 18_000, 5));
        governor.enter(READ, Priority.AGENT, PATIENT);

        governor.answered(READ, Map.of("x-ms-resource-unit", "100000")::get);

        assertThatThrownBy(() -> governor.enter(READ, Priority.AGENT, AT_ONCE)).isInstanceOf(Throttled.class);
    }

    @Test
    void withoutTheDatabaseCallsGoOnBecauseTheDirectorysOwnLimitStillStands() {
        var gone = TestDatabase.fresh();
        var governor = Governors.shared(
                        QuotaSettings.published(), gone.application(), new SimpleMeterRegistry(), Clock.systemUTC())
                .of(CONTOSO, "agents", TENANT, app);
        gone.drop();

        governor.enter(READ, Priority.AGENT, PATIENT);
        governor.refused(WRITE, Duration.ofSeconds(1), null, "WriteLimitExceeded");
    }

    private void waits(
            Governor governor, Priority priority, String who, ConcurrentLinkedQueue<String> order, int... waiting) {
        callers.execute(() -> {
            OnBehalf.of(who);
            governor.enter(REPORT, priority, PATIENT);
            order.add(who);
        });
        Eventually.that(
                "the call waits",
                () -> standing(governor) >= IntStream.of(waiting).sum());
    }

    private static int standing(Governor governor) {
        return governor.waiting().stream().mapToInt(Integer::intValue).sum();
    }

    private Governor onItsOwn(QuotaSettings settings) {
        return Governors.ofOneProcess(settings, new SimpleMeterRegistry(), Clock.systemUTC())
                .of(CONTOSO, "agents", TENANT, app);
    }

    private static Left left(Governors governors, QuotaState.Kind kind) {
        return governors.now().getFirst().budgets().stream()
                .filter(budget -> budget.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static QuotaSettings reports(long reports) {
        return new QuotaSettings(8_000, 3_000, 18_000, reports);
    }
}
