package latchkey.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals what has grown old enough, where the portal has the owner's credentials; otherwise the log says who must. */
final class SealingJob {

    private static final Logger LOG = LoggerFactory.getLogger(SealingJob.class);

    private final Sealing sealing;

    SealingJob(Sealing sealing) {
        this.sealing = sealing;
    }

    RecurringTask<Void> everyHour() {
        return Tasks.recurring("audit-sealing", FixedDelay.ofHours(1)).execute((instance, context) -> seal());
    }

    void seal() {
        try {
            sealing.run()
                    .forEach(segment -> LOG.info(
                            "Entries {} to {} of the trail are in {} now",
                            segment.first(),
                            segment.last().count(),
                            segment.file()));
        } catch (Sealing.NotSealed | Segments.Tampered e) {
            LOG.error("The trail's oldest entries stay in the database: {}", e.getMessage());
        }
    }
}
