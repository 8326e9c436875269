package latchkey.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A trail that lives in this JVM, and can be broken. */
public final class RememberedTrail implements Trail, AuditReader {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final List<Announcement> looks = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private volatile boolean broken;

    /** An entry: what was announced or noted, and how it ended as far as known. */
    public record Entry(
            Announcement announcement,
            @Nullable UUID announced,
            @Nullable String code,
            @Nullable Outcome outcome,
            Instant at) {}

    public RememberedTrail() {
        this(Clock.systemUTC());
    }

    public RememberedTrail(Clock clock) {
        this.clock = clock;
    }

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
        entries.add(new Entry(announcement, change.id(), null, null, clock.instant()));
        return change;
    }

    @Override
    public List<AuditedChange> announceAll(List<Announcement> announcements) {
        return announcements.stream().map(this::announce).toList();
    }

    @Override
    public void record(AuditedChange change, Outcome outcome) {
        entries.replaceAll(entry -> change.id().equals(entry.announced())
                ? new Entry(entry.announcement(), entry.announced(), outcome.code(), outcome, entry.at())
                : entry);
    }

    @Override
    public void note(Announcement announcement, @Nullable String code) {
        refuseWhenBroken();
        entries.add(new Entry(announcement, null, code, null, clock.instant()));
    }

    @Override
    public void look(Announcement announcement) {
        looks.add(announcement);
    }

    /** Who only looked, and at whom. */
    public List<Announcement> looks() {
        return List.copyOf(looks);
    }

    /** By customer, name and time; all on one page. */
    @Override
    public AuditPage read(AuditQuestion question) {
        var found = IntStream.range(0, entries.size())
                .mapToObj(place -> read(place + 1, entries.get(place)))
                .filter(entry -> question.subject() == null
                        || question.subject().equals(entry.announcement().subject()))
                .filter(entry -> !entry.announcement().action().equals(question.except()))
                .filter(entry -> question.from() == null || !entry.at().isBefore(question.from()))
                .toList();
        return new AuditPage(found.reversed(), null);
    }

    @Override
    public Optional<AuditEntry> byId(UUID id) {
        return read(new AuditQuestion(null, null, null, null, null, null, null, 200)).entries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst();
    }

    private static AuditEntry read(long place, Entry entry) {
        return new AuditEntry(
                place,
                entry.announced() == null ? UUID.randomUUID() : entry.announced(),
                entry.at(),
                entry.announcement(),
                entry.announced() != null,
                entry.code(),
                entry.outcome(),
                null,
                false);
    }

    private void refuseWhenBroken() {
        if (broken) {
            throw new AuditUnavailable("the trail is broken on purpose", new IllegalStateException());
        }
    }
}
