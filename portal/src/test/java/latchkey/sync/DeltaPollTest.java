package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import latchkey.directory.DirectoryId;
import latchkey.settings.Secret;
import latchkey.sync.dataverse.ContactChanges;
import latchkey.sync.dataverse.ContactsFailure;
import latchkey.sync.dataverse.DataverseSettings;
import latchkey.sync.dataverse.DataverseSettings.FirstLoad;
import latchkey.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How far changes were read, whatever happens to whoever reads them. */
class DeltaPollTest {

    private static final DirectoryId CONTOSO = new DirectoryId("contoso");

    private final TestDatabase database = TestDatabase.shared();
    private final SettableClock clock = new SettableClock();
    private final Answers answers = new Answers();
    private final SyncRows rows = new SyncRows(database.jdbc());
    private FirstLoad firstLoad = FirstLoad.COMPARE;

    @BeforeEach
    void nobodyHasReadAnything() {
        Stream.of("sync_polls", "sync_links", "sync_contacts", "sync_pushes")
                .forEach(table -> database.jdbc().sql("DELETE FROM " + table).update());
    }

    @Test
    void everybodyIsReadPageByPageAndOnlyThenChangesAreAskedFor() {
        var node = new Node();
        answers.add(null, page("second", false, named(1), named(2)));
        answers.add("second", page("changes", true, named(3)));
        node.poll();
        assertThat(due()).isEqualTo(3);
        answers.add("changes", page("later", true));
        clock.pass(Duration.ofMinutes(2));
        node.poll();
        assertThat(answers.asked).containsExactly("null", "second", "changes");
        assertThat(due()).isEqualTo(3);
    }

    @Test
    void aBacklogStandsBehindSingleChanges() {
        var node = new Node();
        answers.add(null, page("changes", true, named(1)));
        node.poll();
        assertThat(lanes()).as("everybody").containsExactly(SyncLane.BULK);
        answers.add("changes", page("more", false, named(2)));
        answers.add("more", page("later", true, named(3)));
        clock.pass(Duration.ofMinutes(2));
        node.poll();
        assertThat(lanes()).as("more than a page").containsOnly(SyncLane.BULK).hasSize(3);
        answers.add("later", page("latest", true, named(4)));
        clock.pass(Duration.ofMinutes(2));
        node.poll();
        assertThat(lanes()).as("a page").containsOnlyOnce(SyncLane.LIVE).hasSize(4);
    }

    @Test
    void askedAgainTooSoonItAsksNobody() {
        var node = new Node();
        answers.add(null, page("changes", true));
        node.poll();
        clock.pass(Duration.ofSeconds(59));
        node.poll();
        assertThat(answers.asked).hasSize(1);
    }

    @Test
    void aFirstLoadThatOnlyLearnsBringsNobodyAndKnowsTheLinks() {
        firstLoad = FirstLoad.LEARN;
        var node = new Node();
        answers.add(null, page("changes", true, named(1), named(2)));
        node.poll();
        assertThat(due()).isZero();
        assertThat(count("SELECT count(*) FROM sync_links WHERE user_id IS NOT NULL"))
                .isEqualTo(2);
        answers.add("changes", page("later", true, named(1)));
        clock.pass(Duration.ofMinutes(2));
        node.poll();
        assertThat(due()).isEqualTo(1);
    }

    @Test
    void whatIsAppliedAlreadyAndWhoNeverNamedAnybodyIsLeftAlone() {
        var node = new Node();
        var known = named(7);
        rows.hint(List.of(new Hint(CONTOSO, known.contact(), UUID.randomUUID())), clock.instant());
        database.jdbc()
                .sql("UPDATE sync_contacts SET state = 'SETTLED', next_at = NULL, version = 7")
                .update();
        var stranger = new ContactChanges.Seen(UUID.randomUUID(), 9, true, false, null);
        answers.add(null, page("changes", true, known, stranger));
        node.poll();
        assertThat(due()).isZero();
        answers.add("changes", page("later", true, newer(known, 8)));
        clock.pass(Duration.ofMinutes(2));
        node.poll();
        assertThat(due()).isEqualTo(1);
    }

    @Test
    void aDeletedContactIsLookedAtWhenItWasEverHeardOf() {
        var node = new Node();
        var known = named(1);
        answers.add(null, page("changes", true, known));
        node.poll();
        database.jdbc()
                .sql("UPDATE sync_contacts SET state = 'SETTLED', next_at = NULL")
                .update();
        answers.add(
                "changes",
                new ContactChanges.Changed(List.of(), List.of(known.contact(), UUID.randomUUID()), "later", true));
        clock.pass(Duration.ofMinutes(2));
        node.poll();
        assertThat(due()).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM sync_links")).isZero();
    }

    @Test
    void aForgottenPlaceHasEverybodyReadAgain() {
        var node = new Node();
        answers.add(null, page("changes", true, named(1)));
        node.poll();
        answers.expired("changes");
        answers.add(null, page("again", true, named(2), named(3)));
        clock.pass(Duration.ofMinutes(2));
        node.poll();
        assertThat(answers.asked).containsExactly("null", "changes", "null");
        assertThat(due()).isEqualTo(3);
        assertThat(count("SELECT count(*) FROM sync_polls WHERE walk IS NULL AND full_at IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void ofTwoNodesOneReads() {
        var one = new Node();
        var other = new Node();
        assertThat(one.polls.claim(CONTOSO, Net.DELTA, clock.instant())).isPresent();
        assertThat(other.polls.claim(CONTOSO, Net.DELTA, clock.instant())).isEmpty();
        clock.pass(Duration.ofMinutes(3));
        assertThat(other.polls.claim(CONTOSO, Net.DELTA, clock.instant())).isPresent();
    }

    @Test
    void aNodeThatWasTakenForDeadPutsNothingIntoTheQueue() {
        var slow = new Node();
        var other = new Node();
        var poll = slow.polls.claim(CONTOSO, Net.DELTA, clock.instant()).orElseThrow();
        clock.pass(Duration.ofMinutes(3));
        answers.add(null, page("changes", true, named(1)));
        other.poll();
        answers.add(null, page("old", true, named(2)));
        slow.reading.read(poll);
        assertThat(due()).as("only what the other node brought").isEqualTo(1);
        assertThat(place()).isEqualTo("changes");
    }

    @Test
    void afterARefusalItWaitsAsLongAsItWasTold() {
        var node = new Node();
        answers.fail(new ContactsFailure.Throttled(Duration.ofMinutes(5), "too many", null));
        answers.add(null, page("changes", true, named(1)));
        node.poll();
        clock.pass(Duration.ofMinutes(4));
        node.poll();
        assertThat(answers.asked).hasSize(1);
        clock.pass(Duration.ofMinutes(2));
        node.poll();
        assertThat(due()).isEqualTo(1);
    }

    /** One of the processes. */
    private final class Node {

        final Polls polls = new Polls(database.jdbc());
        final DeltaPoll reading = new DeltaPoll(
                answers,
                new Nets(database.jdbc(), rows),
                new Links(database.jdbc()),
                polls,
                environments(),
                new TransactionTemplate(new DataSourceTransactionManager(database.application())),
                clock);

        void poll() {
            new Readings(List.of(reading), polls, environments(), SyncGround.SETTINGS, new Bell(), clock).round();
        }
    }

    /** Dataverse, as far as it is asked what changed. */
    private static final class Answers implements ContactChanges {

        final List<String> asked = new ArrayList<>();
        private final Deque<Supplier<Changed>> next = new ArrayDeque<>();

        void add(@Nullable String place, Changed page) {
            next.add(() -> {
                assertThat(asked.getLast()).isEqualTo(String.valueOf(place));
                return page;
            });
        }

        void expired(String place) {
            next.add(() -> {
                throw new Expired("forgot " + place);
            });
        }

        void fail(ContactsFailure failure) {
            next.add(() -> {
                throw failure;
            });
        }

        @Override
        public Changed changed(DirectoryId directory, @Nullable String place, int rows) {
            asked.add(String.valueOf(place));
            return next.removeFirst().get();
        }

        @Override
        public FailedJobs failedJobs(DirectoryId directory, List<UUID> steps, Instant since, @Nullable String place) {
            return new FailedJobs(List.of(), null);
        }
    }

    private DataverseSettings environments() {
        var environment = new DataverseSettings.Environment(
                URI.create("http://127.0.0.1:1"),
                URI.create("http://127.0.0.1:1"),
                "tenant",
                "client",
                Secret.of("secret"),
                null,
                new DataverseSettings.Delta(true, Duration.ofMinutes(1), 100, firstLoad),
                DataverseSettings.Link.USER_NAME,
                null);
        return new DataverseSettings(Map.of("contoso", environment));
    }

    private static ContactChanges.Changed page(String next, boolean isLast, ContactChanges.Seen... seen) {
        return new ContactChanges.Changed(List.of(seen), List.of(), next, isLast);
    }

    private static ContactChanges.Seen named(long version) {
        return new ContactChanges.Seen(UUID.randomUUID(), version, true, true, UUID.randomUUID());
    }

    private static ContactChanges.Seen newer(ContactChanges.Seen seen, long version) {
        return new ContactChanges.Seen(seen.contact(), version, true, true, seen.user());
    }

    private long due() {
        return count("SELECT count(*) FROM sync_contacts WHERE state = 'DUE'");
    }

    private List<SyncLane> lanes() {
        return database.jdbc()
                .sql("SELECT lane FROM sync_contacts")
                .query((row, number) -> SyncLane.ofRank(row.getInt(1)))
                .list();
    }

    private String place() {
        return database.jdbc()
                .sql("SELECT place FROM sync_polls WHERE net = 'DELTA'")
                .query(String.class)
                .single();
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }
}
