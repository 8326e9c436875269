package latchkey.sync;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Guards against the two traps of a directory without preconditions and with lagging reads (facts §11): a write whose
 * answer was lost may still happen, and an equal value that is read may be older than our own last write.
 */
@Component
class ReadBack {

    private final SyncSettings settings;
    private final Clock clock;

    ReadBack(SyncSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether what the directory shows now can be believed to include our own last write. */
    boolean believes(Claimed row) {
        var lastWrite = row.lastWriteAt();
        return lastWrite == null || lastWrite.plus(settings.replicationWindow()).isBefore(clock.instant());
    }

    /** Until when a write that was given up now may still happen; extended at each such write. */
    Instant openUntil() {
        return clock.instant().plus(settings.longestUpstream());
    }

    /** When the customer has to be read back, given that the attempt itself ended with a known outcome. */
    @Nullable
    Instant stillDue(Claimed row) {
        var due = row.verifyDue();
        return due == null || !due.isAfter(row.claimedAt()) ? null : due;
    }
}
