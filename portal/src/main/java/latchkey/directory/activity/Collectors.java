package latchkey.directory.activity;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import latchkey.directory.ActivityLog;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Keeps one collector going for each directory. */
@Component
class Collectors implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Collectors.class);
    private static final Duration WAIT_AFTER_FAULT = Duration.ofSeconds(30);

    private final Directories directories;
    private final LogSources sources;
    private final ActivityRows rows;
    private final ActivityLog log;
    private final ActivitySettings settings;
    private final CollectorMetrics metrics;
    private final Clock clock;
    private final List<Running> running = new ArrayList<>();
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    Collectors(
            Directories directories,
            LogSources sources,
            ActivityRows rows,
            ActivityLog log,
            ActivitySettings settings,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        this.directories = directories;
        this.sources = sources;
        this.rows = rows;
        this.log = log;
        this.settings = settings;
        this.metrics = new CollectorMetrics(meters.getIfAvailable(SimpleMeterRegistry::new), clock);
        this.clock = clock;
    }

    private record Running(Collector collector, Thread thread) {}

    @Override
    public synchronized void start() {
        stopped = new CountDownLatch(1);
        directories.all().forEach(directory -> sources.log(directory).ifPresent(source -> start(directory, source)));
    }

    @Override
    public synchronized void stop() {
        running.forEach(each -> each.collector().stop());
        stopped.countDown();
        running.forEach(each -> join(each.thread()));
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void start(DirectoryId directory, LogSource source) {
        var collector =
                new Collector(directory, source, rows, settings.of(directory), metrics, clock, this::waitUnlessStopped);
        var thread = Thread.ofVirtual().name("activity-" + directory).start(() -> work(directory, collector));
        running.add(new Running(collector, thread));
    }

    private void work(DirectoryId directory, Collector collector) {
        while (isRunning()) {
            waitUnlessStopped(round(directory, collector));
        }
        try {
            collector.release();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The hold on directory {} ends by itself", directory, e);
        }
    }

    private Duration round(DirectoryId directory, Collector collector) {
        try {
            var wait = collector.round();
            var until = log.reading(directory).until();
            if (until != null) {
                metrics.seen(directory, until);
            }
            return wait;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The log of directory {} cannot be written down, trying again: {}", directory, e.getMessage());
            return WAIT_AFTER_FAULT;
        } catch (RuntimeException e) {
            // Nothing else may end this thread: the directory forgets what is not read within days.
            LOG.error("Reading the log of directory {} failed, trying again", directory, e);
            return WAIT_AFTER_FAULT;
        }
    }

    private void waitUnlessStopped(Duration time) {
        try {
            var early = stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
            LOG.trace("waited {}, stopped: {}", time, early);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
