package latchkey.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trail that keeps nothing, to be measured against; no product has it. */
public final class NoTrail implements Trail {

    @Override
    public AuditedChange announce(Announcement announcement) {
        return new AuditedChange(java.util.UUID.randomUUID(), announcement);
    }

    @Override
    public List<AuditedChange> announceAll(List<Announcement> announcements) {
        return announcements.stream().map(this::announce).toList();
    }

    @Override
    public void record(AuditedChange change, Outcome outcome) {}

    @Override
    public void note(Announcement announcement, @Nullable String code) {}

    @Override
    public void look(Announcement announcement) {}
}
