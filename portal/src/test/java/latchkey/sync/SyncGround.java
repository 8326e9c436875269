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
import latchkey.sync.dataverse.Contacts;
import latchkey.sync.dataverse.DataverseSettings;
import latchkey.testing.Bound;
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

    static final MappingSettings ORDINARY = mapping(Map.of());

    /** Names go there and back in these tests more often than a guard would let them. */
    private static final GuardSettings NOTHING_HELD = guards(
            Map.of("latchkey.sync.guards.flip-flop.returns", "15", "latchkey.sync.guards.flip-flop.within", "1s"));

    final SettableClock clock = new SettableClock();
    final SlyDirectory directory = new SlyDirectory(clock);
    final Map<UUID, Contact> contacts = new HashMap<>();
    final SyncRows rows;
    final ReadBack readBack;
    final Standings standings;
    final HeldRows held;
    private final Push push;
    private final Settlement settlement;
    private final TestDatabase database;
    private long version = 1_000;

    SyncGround() {
        this(clock -> new ReadBack(SETTINGS, clock), NOTHING_HELD, ORDINARY);
    }

    static SyncGround withReadBack(Function<Clock, ReadBack> rule) {
        return new SyncGround(rule, NOTHING_HELD, ORDINARY);
    }

    /** A ground with the settings that {@link #guards} and {@link #mapping} read. */
    static SyncGround with(GuardSettings guard, MappingSettings mapping) {
        return new SyncGround(clock -> new ReadBack(SETTINGS, clock), guard, mapping);
    }

    static GuardSettings guards(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("latchkey.sync.guards.key-file", "target/test-keys/sync.key");
        return Bound.settings(GuardSettings.class, all);
    }

    static MappingSettings mapping(Map<String, String> settings) {
        return Bound.settings(MappingSettings.class, settings);
    }

    private SyncGround(Function<Clock, ReadBack> rule, GuardSettings guard, MappingSettings mapping) {
        database = TestDatabase.shared();
        database.jdbc().sql("DELETE FROM sync_contacts").update();
        database.jdbc().sql("DELETE FROM sync_pushes").update();
        for (var table : List.of("sync_applied", "sync_changes", "sync_directories", "sync_initiators")) {
            database.jdbc().sql("DELETE FROM " + table).update();
        }
        rows = new SyncRows(database.jdbc());
        readBack = rule.apply(clock);
        var mappings = new Mappings(environments(), mapping);
        standings =
                new Standings(database.jdbc(), environments(), new WatchSettings(true, Duration.ofHours(24)), clock);
        held = new HeldRows(database.jdbc(), mock(Contacts.class));
        var memory = new Memory(database.jdbc(), new Marks(guard));
        var guards = new Guards(
                mappings, memory, new SharedAddress(), new ManyChanges(database.jdbc(), guard, clock), guard, clock);
        push = new Push(directory, mappings, memory, guards, standings, trail(), readBack, SETTINGS, clock);
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

    /** Tells of contacts that a program changed by the thousand. */
    void hintInBulk(UUID... told) {
        rows.hint(
                List.of(told).stream()
                        .map(contact -> new Hint(SlyDirectory.ID, contact, UUID.randomUUID()).inLane(SyncLane.BULK))
                        .toList(),
                clock.instant());
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

    List<Claimed> claim(int limit, SyncLane least) {
        return rows.claim(1, limit, least, clock.instant(), SETTINGS.lease(), readBack.openUntil());
    }

    List<Claimed> claim() {
        return rows.claim(1, 100, SyncLane.BULK, clock.instant(), SETTINGS.lease(), readBack.openUntil());
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

    /** What the customer of the contact really has. */
    Map<String, String> truth(UUID contact) {
        return directory.truth(customerOf(contact));
    }

    /** Every row of what guards remember, as text. */
    List<String> everythingRemembered() {
        return List.of("sync_applied", "sync_changes").stream()
                .flatMap(table ->
                        database
                                .jdbc()
                                .sql("SELECT t::text FROM " + table + " AS t")
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
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
                null);
        return new DataverseSettings(Map.of("contoso", environment));
    }

    private static Trail trail() {
        var trail = mock(Trail.class);
        when(trail.announce(any())).thenAnswer(asked -> mock(AuditedChange.class));
        return trail;
    }
}
