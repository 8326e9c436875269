package latchkey.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import latchkey.tracing.Spans;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trail in the database. */
final class DurableTrail implements Trail {

    private static final Logger LOG = LoggerFactory.getLogger(DurableTrail.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The change has happened: its outcome is worth a short wait, so that the next page shows it, and no more. */
    private static final Duration COURTESY = Duration.ofSeconds(1);

    private final Appender appender;

    private final Clock clock;

    private final Spans spans;

    DurableTrail(Appender appender, Clock clock, Spans spans) {
        this.spans = spans;
        this.appender = appender;
        this.clock = clock;
    }

    @Override
    public AuditedChange announce(Announcement announcement) {
        return announceAll(List.of(announcement)).getFirst();
    }

    @Override
    public List<AuditedChange> announceAll(List<Announcement> announcements) {
        var changes = announcements.stream()
                .map(announcement -> new AuditedChange(UUID.randomUUID(), announcement))
                .toList();
        spans.step("audit", "announce in the trail")
                .observe(() -> commit(changes.stream()
                        .map(change -> draft(change.id(), Draft.ANNOUNCED, change.announcement(), null))
                        .toList()));
        return changes;
    }

    @Override
    public void record(AuditedChange change, Outcome outcome) {
        spans.step("audit", "record in the trail").observe(() -> append(change, outcome));
    }

    private void append(AuditedChange change, Outcome outcome) {
        var draft =
                new Draft(UUID.randomUUID(), Draft.OUTCOME, now(), change.announcement(), null, outcome, change.id());
        try {
            keep(draft);
        } catch (RejectedExecutionException | ExecutionException e) {
            LOG.error("The outcome of {} is not recorded; the sweep will report it", change.id(), e);
        } catch (TimeoutException e) {
            LOG.warn("The outcome of {} is not recorded yet", change.id());
        }
    }

    private void keep(Draft draft) throws ExecutionException, TimeoutException {
        try {
            var pending = Pending.kept(draft);
            appender.add(pending);
            pending.await(COURTESY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void note(Announcement announcement, @Nullable String code) {
        commit(List.of(draft(UUID.randomUUID(), Draft.NOTED, announcement, code)));
    }

    @Override
    public void look(Announcement announcement) {
        var draft = draft(UUID.randomUUID(), Draft.LOOKED, announcement, null);
        try {
            keep(draft);
        } catch (RejectedExecutionException | ExecutionException e) {
            LOG.error("A look is not in the trail", e);
        } catch (TimeoutException e) {
            LOG.warn("A look is not in the trail yet");
        }
    }

    private void commit(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        try {
            var pending = Pending.awaited(drafts);
            appender.add(pending);
            pending.await(PATIENCE);
        } catch (RejectedExecutionException | ExecutionException | TimeoutException e) {
            throw new AuditUnavailable("the trail did not take the entry", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditUnavailable("the wait for the trail was interrupted", e);
        }
    }

    private Draft draft(UUID id, String kind, Announcement announcement, @Nullable String code) {
        return new Draft(id, kind, now(), announcement, code, null, null);
    }

    /** The database keeps microseconds, and the body says the same moment as its column. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
