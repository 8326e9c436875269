package latchkey.directory.activity;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import latchkey.audit.Announced;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.CustomerId;
import latchkey.directory.Directory;
import latchkey.directory.LogReading;
import latchkey.directory.graph.Reached;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxControl.JournalEntry;
import latchkey.testing.SandboxProcess;
import latchkey.testing.TestDatabase;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Collectors of the sandbox's log with an empty store, a clock that can be put forward, and pages of four entries. */
final class CollectorGround {

    static final ActivitySettings.Activity SETTINGS = new ActivitySettings.Activity(
            true, Duration.ofMinutes(1), Duration.ofDays(7), Duration.ofDays(400), java.util.Set.of());

    private static final int PAGE = 4;

    final SandboxControl sandbox = SandboxProcess.fresh().control();
    final String url = SandboxProcess.shared().url();
    final CustomerId jan = new CustomerId(
            Reached.CONTOSO,
            Objects.requireNonNull(sandbox.person("jan-ordinary").userId()));
    final Directory another = Reached.forAnotherApplication(url);
    final LogSource source = Reached.log(url, PAGE);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ForwardClock clock = new ForwardClock();
    final StoredActivity log;
    private final TestDatabase database = TestDatabase.shared();
    private final ActivityRows rows;

    CollectorGround() {
        List.of("directory_events", "directory_readings", "directory_gaps", "directory_own_apps")
                .forEach(table -> database.jdbc().sql("DELETE FROM " + table).update());
        rows = new ActivityRows(
                database.jdbc(), new TransactionTemplate(new DataSourceTransactionManager(database.application())));
        log = new StoredActivity(database.jdbc(), new ActivitySettings(Map.of()));
    }

    /** A collector on a node of its own that never waits between pages. */
    Collector collector() {
        return collector(source, time -> {});
    }

    Collector collector(LogSource from, Consumer<Duration> pause) {
        return collector(from, pause, SETTINGS);
    }

    Collector collector(LogSource from, Consumer<Duration> pause, ActivitySettings.Activity settings) {
        return new Collector(Reached.CONTOSO, from, rows, settings, new CollectorMetrics(meters, clock), clock, pause);
    }

    /** Somebody else gives Jan one first name after the other; each makes one entry in the log. */
    void changes(int count) {
        IntStream.range(0, count).forEach(number -> rename("Zyxgeheim" + number));
    }

    private void rename(String name) {
        var value = Optional.<AttributeValue>of(new AttributeValue.Text(name));
        another.profiles()
                .change(jan, new AttributeChanges(Map.of(AttributeKey.GIVEN_NAME, value)), Announced.change());
    }

    long stored() {
        return database.jdbc()
                .sql("SELECT count(*) FROM directory_events")
                .query(Long.class)
                .single();
    }

    String everythingStored() {
        return database.jdbc()
                .sql("SELECT e::text FROM directory_events AS e")
                .query(String.class)
                .list()
                .toString();
    }

    LogReading reading() {
        return log.reading(Reached.CONTOSO);
    }

    /** Requests for the log, oldest first. */
    List<JournalEntry> calls() {
        return sandbox.journal("graph").stream()
                .filter(call -> String.valueOf(call.path()).contains("auditLogs"))
                .toList();
    }

    /** The real time, put forward as tests need it. */
    static final class ForwardClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void forward(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
