package latchkey.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries, newest first.
 *
 * @param before where the next page begins, null on the last one
 */
public record AuditPage(List<AuditEntry> entries, @Nullable Long before) {

    public AuditPage {
        entries = List.copyOf(entries);
    }
}
