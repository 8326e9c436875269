package latchkey.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import latchkey.sync.Polls.Poll;
import latchkey.sync.dataverse.ContactChanges;
import latchkey.sync.dataverse.ContactChanges.FailedJob;
import latchkey.sync.dataverse.DataverseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The third net: webhooks that nobody took stay behind as failed system jobs of our steps. Jobs are read from a little
 * before the last one seen, because they need not show in the order in which they end.
 */
@Component
class JobSweep implements Reading {

    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final Duration AT_FIRST = Duration.ofDays(1);

    private final ContactChanges changes;
    private final Nets nets;
    private final Polls polls;
    private final DataverseSettings settings;
    private final Clock clock;

    JobSweep(ContactChanges changes, Nets nets, Polls polls, DataverseSettings settings, Clock clock) {
        this.changes = changes;
        this.nets = nets;
        this.polls = polls;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Net net() {
        return Net.JOBS;
    }

    @Override
    public boolean isWanted(DataverseSettings.Environment environment) {
        return environment.webhook() != null && !environment.webhook().steps().isEmpty();
    }

    @Override
    public boolean read(Poll poll) {
        var until = poll.place() == null ? clock.instant().minus(AT_FIRST) : Instant.parse(poll.place());
        var seen = new HashSet<>(poll.seen());
        List<FailedJob> all = new ArrayList<>();
        @Nullable String place = null;
        do {
            var page = changes.failedJobs(poll.directory(), steps(poll.directory()), until.minus(OVERLAP), place);
            var fresh = page.jobs().stream().filter(job -> seen.add(job.id())).toList();
            nets.failed(poll.directory(), fresh, clock.instant());
            all.addAll(page.jobs());
            place = page.next();
        } while (place != null);
        end(poll, until, all);
        return false;
    }

    private void end(Poll poll, Instant before, List<FailedJob> jobs) {
        var until = jobs.stream()
                .map(FailedJob::completedOn)
                .reduce(before, (one, other) -> one.isAfter(other) ? one : other);
        var near = jobs.stream()
                .filter(job -> !job.completedOn().isBefore(until.minus(OVERLAP)))
                .map(FailedJob::id)
                .toList();
        var now = clock.instant();
        polls.ended(poll, until.toString(), near, poll.rows() + jobs.size(), now, now.plus(every(poll.directory())));
    }

    private List<UUID> steps(DirectoryId directory) {
        return Objects.requireNonNull(environment(directory).webhook()).steps();
    }

    private Duration every(DirectoryId directory) {
        return environment(directory).delta().every();
    }

    private DataverseSettings.Environment environment(DirectoryId directory) {
        return Objects.requireNonNull(settings.dataverse().get(directory.value()));
    }
}
