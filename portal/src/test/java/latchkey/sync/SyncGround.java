package latchkey.sync;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import latchkey.audit.AuditedChange;
import latchkey.audit.Trail;
import latchkey.settings.Secret;
import latchkey.sync.dataverse.Contact;
import latchkey.sync.dataverse.DataverseSettings;
import latchkey.testing.TestDatabase;

/** The engine's own parts on a real queue, worked step by step under a clock that only the test moves. */
final class SyncGround {

    static final SyncSettings SETTINGS = new SyncSettings(
            true,
            4,
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(3),
            5,
            Duration.ofSeconds(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMillis(100));

    final SettableClock clock = new SettableClock();
    final SlyDirectory directory = new SlyDirectory(clock);
    final Map<UUID, Contact> contacts = new HashMap<>();
    final SyncRows rows;
    final ReadBack readBack;
    private final Push push;
    private final Settlement settlement;
    private final TestDatabase database;
    private long version = 1_000;

    SyncGround() {
        this(clock -> new ReadBack(SETTINGS, clock));
    }

    static SyncGround withReadBack(Function<Clock, ReadBack> rule) {
        return new SyncGround(rule);
    }

    private SyncGround(Function<Clock, ReadBack> rule) {
        database = TestDatabase.shared();
        database.jdbc().sql("DELETE FROM sync_contacts").update();
        database.jdbc().sql("DELETE FROM sync_pushes").update();
        rows = new SyncRows(database.jdbc());
        readBack = rule.apply(clock);
        push = new Push(directory, new Mappings(environments()), trail(), readBack, SETTINGS, clock);
        settlement = new Settlement(SETTINGS, readBack, clock);
    }

    /** A contact linked to a customer of its own. */
    UUID linkedContact() {
        var customer = UUID.randomUUID();
        directory.add(customer);
        return contact(customer.toString());
    }

    UUID contact(String userName) {
        var id = UUID.randomUUID();
        contacts.put(id, new Contact(id, ++version, clock.instant(), true, userName, Map.of()));
        return id;
    }

    UUID customerOf(UUID contact) {
        return UUID.fromString(contacts.get(contact).userName());
    }

    /** Saves the contact and tells of it. */
    void edit(UUID contact, String column, String value) {
        save(contact, column, value);
        hint(contact);
    }

    /** Saves the contact; nobody tells. */
    void save(UUID contact, String column, String value) {
        var old = contacts.get(contact);
        var columns = new HashMap<>(old.columns());
        columns.put(column, value);
        contacts.put(contact, new Contact(contact, ++version, clock.instant(), true, old.userName(), columns));
    }

    void hint(UUID... told) {
        rows.hint(
                List.of(told).stream()
                        .map(contact -> new Hint(SlyDirectory.ID, contact, UUID.randomUUID()))
                        .toList(),
                clock.instant());
    }

    /** Works on everything that is due now, once; returns how many contacts that were. */
    int work() {
        var claimed = claim();
        claimed.forEach(this::finish);
        return claimed.size();
    }

    List<Claimed> claim() {
        return rows.claim(1, 100, clock.instant(), SETTINGS.lease(), readBack.openUntil());
    }

    void finish(Claimed row) {
        end(row, attempt(row));
    }

    /** What a worker does before it records: with nothing after it, a crash. */
    Verdict attempt(Claimed row) {
        return push.attempt(row, contacts.get(row.contact()));
    }

    void end(Claimed row, Verdict verdict) {
        settlement.of(row, verdict).ifPresent(result -> rows.settle(List.of(result), clock.instant()));
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    /** Lets time pass and works until nothing is due any more. */
    void drain() {
        for (var minute = 0; minute < 120 && waiting() > 0; minute++) {
            work();
            pass(Duration.ofSeconds(30));
        }
        if (waiting() > 0) {
            throw new AssertionError("not drained");
        }
    }

    long waiting() {
        return database.jdbc()
                .sql("SELECT count(*) FROM sync_contacts WHERE next_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    State state(UUID contact) {
        return State.valueOf(text(contact, "state"));
    }

    String text(UUID contact, String column) {
        return database.jdbc()
                .sql("SELECT " + column + "::text FROM sync_contacts WHERE contact_id = :contact")
                .param("contact", contact)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static DataverseSettings environments() {
        var environment = new DataverseSettings.Environment(
                URI.create("http://127.0.0.1:1"),
                URI.create("http://127.0.0.1:1"),
                "tenant",
                "client",
                Secret.of("secret"),
                null,
                new DataverseSettings.Delta(false, Duration.ofMinutes(1), 1_000, DataverseSettings.FirstLoad.COMPARE),
                DataverseSettings.Link.USER_NAME,
                null,
                null);
        return new DataverseSettings(Map.of("contoso", environment));
    }

    private static Trail trail() {
        var trail = mock(Trail.class);
        when(trail.announce(any())).thenAnswer(asked -> mock(AuditedChange.class));
        return trail;
    }
}
