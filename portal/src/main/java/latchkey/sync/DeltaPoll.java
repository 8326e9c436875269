package latchkey.sync;

import java.time.Clock;
import latchkey.directory.DirectoryId;
import latchkey.sync.Polls.Poll;
import latchkey.sync.Polls.Walk;
import latchkey.sync.dataverse.ContactChanges;
import latchkey.sync.dataverse.ContactChanges.Changed;
import latchkey.sync.dataverse.DataverseSettings;
import latchkey.sync.dataverse.DataverseSettings.FirstLoad;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second net: asks Dataverse what changed since last time. Each page is put into the queue together with the place
 * where the next one begins, so that whoever dies in between reads that page once more and no other.
 */
@Component
class DeltaPoll implements Reading {

    private final ContactChanges changes;
    private final Nets nets;
    private final Links links;
    private final Polls polls;
    private final DataverseSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeltaPoll(
            ContactChanges changes,
            Nets nets,
            Links links,
            Polls polls,
            DataverseSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.changes = changes;
        this.nets = nets;
        this.links = links;
        this.polls = polls;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Net net() {
        return Net.DELTA;
    }

    @Override
    public boolean isWanted(DataverseSettings.Environment environment) {
        return environment.delta().enabled();
    }

    @Override
    public boolean read(Poll poll) {
        try {
            return took(
                    poll,
                    changes.changed(
                            poll.directory(),
                            poll.place(),
                            delta(poll.directory()).page()));
        } catch (ContactChanges.Expired expired) {
            polls.startOver(poll.directory(), Walk.EXPIRED, clock.instant());
            return true;
        }
    }

    private boolean took(Poll poll, Changed page) {
        transaction.executeWithoutResult(inTransaction -> {
            links.saw(poll.directory(), page.contacts());
            links.gone(poll.directory(), page.deleted());
            if (poll.walk() != Walk.FIRST || delta(poll.directory()).firstLoad() == FirstLoad.COMPARE) {
                nets.changed(poll.directory(), page.contacts(), lane(poll, page), clock.instant());
                nets.deleted(poll.directory(), page.deleted(), lane(poll, page), clock.instant());
            }
            if (!moved(poll, page)) {
                inTransaction.setRollbackOnly();
            }
        });
        return !page.isLast();
    }

    /** Everybody, or more than fits on one page, is a backlog, behind which single changes need not wait. */
    private static SyncLane lane(Poll poll, Changed page) {
        return poll.walk() != null || poll.isUnderWay() || !page.isLast() ? SyncLane.BULK : SyncLane.LIVE;
    }

    private boolean moved(Poll poll, Changed page) {
        var now = clock.instant();
        var rows = poll.rows() + page.rows();
        return page.isLast()
                ? polls.ended(
                        poll,
                        page.next(),
                        java.util.List.of(),
                        rows,
                        now,
                        now.plus(delta(poll.directory()).every()))
                : polls.moved(poll, page.next(), rows, now);
    }

    private DataverseSettings.Delta delta(DirectoryId directory) {
        return java.util.Objects.requireNonNull(settings.dataverse().get(directory.value()))
                .delta();
    }
}
