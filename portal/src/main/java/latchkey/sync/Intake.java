package latchkey.sync;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes hints: a hint is committed before its bringer is told so, because nobody brings it again. */
@Component
class Intake {

    /** Dataverse waits 60 s (Dataverse facts §1a); a slower commit is as good as none. */
    private static final long PATIENCE_SECONDS = 30;

    private final SyncRows rows;
    private final Initiators initiators;
    private final Bell bell;
    private final Clock clock;
    private final GroupCommit<Hint> commits;

    Intake(SyncRows rows, Initiators initiators, Bell bell, Clock clock) {
        this.rows = rows;
        this.initiators = initiators;
        this.bell = bell;
        this.clock = clock;
        this.commits = new GroupCommit<>("sync-intake", this::commit);
    }

    /** Returns when the hint is durable; throws {@link GroupCommit.NotCommitted} when that is not certain. */
    void take(Hint hint) {
        commits.add(hint, PATIENCE_SECONDS);
        CrashPoint.HINT_COMMITTED_NOT_ANSWERED.hit();
    }

    private void commit(List<Hint> hints) {
        rows.hint(initiators.laned(hints), clock.instant());
        bell.ring();
    }

    @PreDestroy
    void close() {
        commits.close();
    }
}
