package latchkey.audit;

import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes of our own tables with their entries in the trail: of many who race for one, one changes and one is noted. */
@Component
public class NotedChanges {

    private final Trail trail;
    private final TransactionTemplate transaction;

    NotedChanges(Trail trail, TransactionTemplate transaction) {
        this.trail = trail;
        this.transaction = transaction;
    }

    /**
     * Carries a conditional update out and notes it before it counts; nothing is noted of one that changed nothing. Only a
     * process that dies between the two commits leaves an entry without its change, never a change without its entry.
     *
     * @param change says whether it was this call that changed something
     * @return what the change said
     * @throws AuditUnavailable when the entry could not be committed; nothing is changed then
     */
    public boolean change(Announcement entry, BooleanSupplier change) {
        return Boolean.TRUE.equals(transaction.execute(open -> {
            var changed = change.getAsBoolean();
            if (changed) {
                trail.note(entry, null);
            }
            return changed;
        }));
    }
}
