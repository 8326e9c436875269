package latchkey.audit;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A trail that lives in this JVM, and can be broken. */
public final class RememberedTrail implements Trail {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    /** An entry: what was announced or noted, and how it ended as far as known. */
    public record Entry(
            Announcement announcement,
            @Nullable UUID announced,
            @Nullable String code,
            @Nullable Outcome outcome) {}

    /** From now on no entry is taken. */
    public void breakDown() {
        broken = true;
    }

    public void repair() {
        broken = false;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public List<Entry> entries(String action) {
        return entries.stream()
                .filter(entry -> entry.announcement().action().equals(action))
                .toList();
    }

    public void forget() {
        entries.clear();
    }

    @Override
    public AuditedChange announce(Announcement announcement) {
        refuseWhenBroken();
        var change = new AuditedChange(UUID.randomUUID(), announcement);
        entries.add(new Entry(announcement, change.id(), null, null));
        return change;
    }

    @Override
    public List<AuditedChange> announceAll(List<Announcement> announcements) {
        return announcements.stream().map(this::announce).toList();
    }

    @Override
    public void record(AuditedChange change, Outcome outcome) {
        entries.replaceAll(entry -> change.id().equals(entry.announced())
                ? new Entry(entry.announcement(), entry.announced(), outcome.code(), outcome)
                : entry);
    }

    @Override
    public void note(Announcement announcement, @Nullable String code) {
        refuseWhenBroken();
        entries.add(new Entry(announcement, null, code, null));
    }

    private void refuseWhenBroken() {
        if (broken) {
            throw new AuditUnavailable("the trail is broken on purpose", new IllegalStateException());
        }
    }
}
