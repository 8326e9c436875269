package latchkey.directory.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryFailure.Throttled;
import latchkey.directory.DirectoryId;
import latchkey.directory.LogReading.Gap;
import latchkey.directory.LogReading.Trouble;
import latchkey.directory.activity.ActivityRows.LostHold;
import latchkey.directory.activity.ActivityRows.Mark;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the news of one directory's log into our store, page by page, oldest first, so that each page's end is a place
 * to go on from; of all nodes only the one that holds the directory's row does it.
 */
final class Collector {

    /** Entries come minutes late and not strictly in order (facts §7.1). */
    static final Duration OVERLAP = Duration.ofMinutes(15);

    // 2.5 calls in 10 seconds: half of the lane stays for agents who look at methods (facts §12).
    static final Duration BETWEEN_PAGES = Duration.ofSeconds(4);

    // Longer than a page can take with everything: the pause, the lane's patience, a slow answer and the commit.
    private static final Duration LONGEST_PAGE = Duration.ofMinutes(2);

    // What a person has to repair is asked for no more often than that.
    private static final Duration UNTIL_REPAIRED = Duration.ofMinutes(10);

    // What was read before it was switched off is still not kept longer than that.
    private static final Duration WHILE_SWITCHED_OFF = Duration.ofHours(6);

    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);

    private final UUID holder = UUID.randomUUID();
    private final DirectoryId directory;
    private final LogSource source;
    private final ActivityRows rows;
    private final ActivitySettings.Activity settings;
    private final CollectorMetrics metrics;
    private final Clock clock;
    private final Consumer<Duration> pause;
    private volatile boolean stopping;
    private @Nullable Trouble trouble;

    Collector(
            DirectoryId directory,
            LogSource source,
            ActivityRows rows,
            ActivitySettings.Activity settings,
            CollectorMetrics metrics,
            Clock clock,
            Consumer<Duration> pause) {
        this.directory = directory;
        this.source = source;
        this.rows = rows;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        this.pause = pause;
    }

    /** Reads everything that is new, if nobody else does, and says how long to wait before the next round. */
    Duration round() {
        if (!settings.enabled()) {
            rows.purge(directory, clock.instant().minus(settings.kept()));
            return WHILE_SWITCHED_OFF;
        }
        try {
            rows.hold(directory, holder, clock.instant(), heldUntil()).ifPresent(this::read);
            trouble = null;
            return settings.every();
        } catch (LostHold e) {
            return settings.every();
        } catch (DirectoryFailure e) {
            tell(Troubles.of(e), e);
            return waitAfter(e);
        }
    }

    /** No further page is begun; another node may go on at once. */
    void stop() {
        stopping = true;
    }

    void release() {
        rows.release(directory, holder);
    }

    private void read(Mark mark) {
        var begun = clock.instant();
        rows.own(directory, source.ownIds());
        var from = from(mark, begun);
        var first = source.page(from, null);
        tellGap(mark, begun);
        var next = store(first, begun);
        while (next != null && !stopping) {
            pause.accept(BETWEEN_PAGES);
            next = store(source.page(from, next), begun);
        }
        rows.purge(directory, begun.minus(settings.kept()));
    }

    private @Nullable String store(LogPage page, Instant begun) {
        var readUntil = page.next() == null || page.latest() == null ? begun : page.latest();
        var stored = rows.store(directory, holder, page, readUntil, heldUntil());
        metrics.stored(directory, stored, page.unreadable());
        return page.next();
    }

    private Instant from(Mark mark, Instant now) {
        var reachable = now.minus(settings.firstReading());
        var latest = mark.latestEvent();
        return latest == null || latest.minus(OVERLAP).isBefore(reachable) ? reachable : latest.minus(OVERLAP);
    }

    // What lies between is forgotten by the directory: nobody will ever read it.
    private void tellGap(Mark mark, Instant now) {
        var readUntil = mark.readUntil();
        var reachable = now.minus(settings.reachesBack());
        if (readUntil != null && readUntil.plus(OVERLAP).isBefore(reachable)) {
            rows.gap(directory, new Gap(readUntil, reachable));
            LOG.warn(
                    "Directory {}: its log of {} to {} was forgotten before it was read",
                    directory,
                    readUntil,
                    reachable);
        }
    }

    private void tell(Trouble now, DirectoryFailure failure) {
        rows.trouble(directory, holder, now, clock.instant());
        metrics.failed(directory, now);
        if (now != trouble) {
            LOG.warn(
                    "Directory {}: its log cannot be read just now: {} {} (request {})",
                    directory,
                    failure.code(),
                    failure.getMessage(),
                    failure.requestId());
        }
        trouble = now;
    }

    private Duration waitAfter(DirectoryFailure failure) {
        if (failure instanceof Throttled throttled) {
            return throttled.retryAfter();
        }
        return failure.isTransient() || settings.every().compareTo(UNTIL_REPAIRED) > 0
                ? settings.every()
                : UNTIL_REPAIRED;
    }

    private Instant heldUntil() {
        return clock.instant().plus(settings.every()).plus(LONGEST_PAGE);
    }
}
