package latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import latchkey.settings.CannotStart;
import latchkey.settings.SettingsFile;
import latchkey.testing.Asvs;
import latchkey.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** What is old enough goes to files, and the trail stays one chain from its first entry to its last. */
@Asvs("16.4.2")
class SealingTest {

    private static final Duration KEPT = Duration.ofDays(31);

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();

    private TrailGround ground;

    private AuditSettings settings;

    @BeforeEach
    void writeThreeOldDaysAndToday() {
        ground = TrailGround.in(folder, clock);
        settings = retention(KEPT, 100_000);
        for (var day = 0; day < 3; day++) {
            write(4);
            clock.move(Duration.ofDays(1));
        }
        clock.move(KEPT);
        write(3);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void eachOldDayIsAFileOfItsOwnAndTheTrailIsSoundFromThere() throws IOException {
        var sealed = sealing().run();

        assertThat(sealed).extracting(Segment::first).containsExactly(1L, 5L, 9L);
        assertThat(sequences()).startsWith(13L, 14L, 15L).hasSize(6);
        assertThat(verdict()).isEqualTo(new Verdict.Sound(18, anchored(), new Verdict.Archived(12, 3, 3)));
        assertThat(entriesOf(Sealing.ACTION))
                .hasSize(3)
                .allSatisfy(
                        entry -> assertThat(entry.announcement().actor().id()).isEqualTo("retention"));
        assertThat(sealing().run()).as("nothing is left to seal").isEmpty();
    }

    @Test
    void everyFileIsCheckedWithThePublicKeyAloneAndTheyFollowOnEachOther() throws IOException {
        var sealed = sealing().run();
        var key = publicKey();

        for (var segment : sealed) {
            assertThat(ExportCheck.run(archive().resolve(segment.file()), key))
                    .isInstanceOfSatisfying(Verdict.SoundExport.class, sound -> {
                        assertThat(sound.first()).isEqualTo(segment.first());
                        assertThat(sound.last()).isEqualTo(segment.last().count());
                    });
        }
        assertThat(sealed.get(1).before()).isEqualTo(sealed.get(0).last().hash());
        assertThat(sealed.get(2).before()).isEqualTo(sealed.get(1).last().hash());
    }

    @Test
    void aLongDayIsSeveralFiles() {
        settings = retention(KEPT, 3);

        assertThat(sealing().run()).extracting(Segment::first).containsExactly(1L, 4L, 5L, 8L, 9L, 12L);
        assertThat(verdict()).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void anExportOfWhatIsLeftBeginsWhereTheFilesEnd() throws IOException {
        sealing().run();
        var out = new StringWriter();

        var verdict =
                new TrailExport(ground.database().application(), ground.keys(), settings, clock).write(null, null, out);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.SoundExport.class,
                        sound -> assertThat(sound.first()).isEqualTo(13));
        assertThat(ExportCheck.of(
                        new java.io.StringReader(out.toString()),
                        ground.keys().anchor().getPublic()))
                .isEqualTo(verdict);
    }

    @Test
    void withoutTheirSignedRecordTheOldestEntriesAreMissing() {
        sealing().run();

        ground.asOwner().sql("delete from audit_segments where first = 9").update();
        assertThat(verdict()).asString().contains("entry=9").contains("was removed");

        ground.asOwner().sql("delete from audit_segments where first = 1").update();
        assertThat(verdict()).asString().contains("entry=1,").contains("is in no file");
    }

    @Test
    void moreThanWhatWasSealedCannotBeCutOff() {
        sealing().run();

        ground.asOwner().sql("delete from audit_entries where sequence = 13").update();

        assertThat(verdict()).asString().contains("entry=13").contains("was removed");
    }

    @Test
    void theEndOfAnOrdinaryExportIsNoRecordOfAFile() throws IOException {
        sealing().run();
        var out = new StringWriter();
        new TrailExport(ground.database().application(), ground.keys(), settings, clock).write(13, 14, out);
        var closing = out.toString().lines().toList().getLast();
        var forged = closing.substring("{\"closing\":".length(), closing.length() - 1)
                .replaceFirst("\\{", "{\"segment\":\"trail.jsonl\",\"sha256\":\"" + "00".repeat(32) + "\",");

        ground.asOwner()
                .sql("insert into audit_segments values (13, 14, ?)")
                .param(forged)
                .update();
        ground.asOwner().sql("delete from audit_entries where sequence < 15").update();

        assertThat(verdict()).asString().contains("entry=13").contains("a record that was edited");
    }

    @Test
    void aFileThatWasEditedIsNamedAndOneThatWasCarriedAwayIsNot() throws IOException {
        var sealed = sealing().run();
        var second = archive().resolve(sealed.get(1).file());

        Files.delete(archive().resolve(sealed.get(0).file()));
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.Sound.class,
                        sound -> assertThat(sound.archived()).isEqualTo(new Verdict.Archived(12, 3, 2)));

        Files.writeString(second, Files.readString(second).replaceFirst("T-4711", "T-4712"));
        assertThat(verdict()).asString().contains("entry=5").contains("edited in");
    }

    @Test
    void whoDiesBetweenTheFileAndTheRemovalHasRemovedNothingAndTheNextRunGoesOn() throws IOException {
        ground.asOwner()
                .sql("create function die() returns trigger language plpgsql as $$ begin raise 'killed'; end $$")
                .update();
        ground.asOwner()
                .sql("create trigger die before delete on audit_entries execute function die()")
                .update();

        assertThatThrownBy(() -> sealing().run()).isInstanceOf(Sealing.NotSealed.class);
        assertThat(sequences()).hasSize(15);
        assertThat(verdict()).isInstanceOf(Verdict.Sound.class);
        assertThat(files()).containsExactly("trail-000000000001-000000000004.jsonl");

        ground.asOwner().sql("drop trigger die on audit_entries").update();
        assertThat(sealing().run()).hasSize(3);
        assertThat(verdict()).isInstanceOf(Verdict.Sound.class);
        assertThat(files()).hasSize(3);
    }

    @Test
    void withoutRoomForTheFileNothingIsRemoved() throws IOException {
        Files.writeString(archive(), "no folder can be made here");

        assertThatThrownBy(() -> sealing().run())
                .isInstanceOf(Sealing.NotSealed.class)
                .hasMessageContaining("cannot be written");
        assertThat(sequences()).hasSize(15);
    }

    @Test
    void aTrailThatIsNotSoundIsNotSealed() {
        ground.asOwner()
                .sql("update audit_entries set body = replace(body, 'T-4711', 'T-4712') where sequence = 6")
                .update();

        assertThatThrownBy(() -> sealing().run())
                .isInstanceOf(Sealing.NotSealed.class)
                .hasMessageContaining("6 was edited");
        assertThat(sequences()).as("the first day was sound").startsWith(5L);
        assertThat(files()).containsExactly("trail-000000000001-000000000004.jsonl");
    }

    @Test
    void whatTheWatchingSystemHasNotGotYetStays() {
        ground.asOwner()
                .sql("insert into audit_streams (receiver, delivered, next_at) values ('siem', 6, ?), ('gone', 0, ?)")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        clock.instant().minus(Duration.ofDays(8)).atOffset(ZoneOffset.UTC))
                .update();

        assertThat(sealing().run().getLast().last().count()).isEqualTo(6);
    }

    @Test
    void aChangeWhoseOutcomeIsOpenStaysWithAllBehindIt() {
        settings = retention(Duration.ofDays(1), 100_000);
        var open = ground.trail().announce(TrailGround.resetOf(TrailGround.LAYLA));
        clock.move(Duration.ofDays(3));
        write(1);
        ground.asOwner()
                .sql("""
                    insert into audit_streams (receiver, delivered, next_at) values ('siem', 1000, ?)""")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        sealing().run();
        assertThat(sequences()).as("the three of that morning are open too").startsWith(13L);

        Stream.of(13L, 14L, 15L).forEach(this::end);
        ground.trail().record(open, Outcome.done(null));
        clock.move(Duration.ofDays(2));
        sealing().run();
        assertThat(sequences().getFirst()).isGreaterThan(16L);
        assertThat(verdict()).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void theNewestEntryStaysHoweverOldItIs() {
        clock.move(Duration.ofDays(100));

        sealing().run();

        assertThat(sequences()).isNotEmpty();
        assertThat(ground.trail().announce(TrailGround.resetOf(TrailGround.JAN)))
                .isNotNull();
        assertThat(verdict()).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void ofTwoNodesThatBeginAtOnceOneSeals() throws Exception {
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = IntStream.range(0, 2)
                    .<Callable<List<Segment>>>mapToObj(node -> () -> sealing().run())
                    .toList();
            var sealed = 0;
            for (var run : nodes.invokeAll(runs)) {
                sealed += run.get().size();
            }
            assertThat(sealed).isEqualTo(3);
        }
        assertThat(verdict()).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void entriesThatComeMeanwhileAreInTheSameChain() throws Exception {
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = nodes.submit(() -> {
                for (var turn = 0; turn < 50; turn++) {
                    ground.trail().announce(TrailGround.resetOf(TrailGround.JAN));
                }
            });
            sealing().run();
            writing.get();
        }
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.Sound.class,
                        sound -> assertThat(sound.entries()).isEqualTo(15 + 50 + 3));
    }

    @Test
    void theApplicationsRoleNeitherSealsNorWritesSuchARecord() {
        assertThatThrownBy(() -> sealing(ground.database().application()).run())
                .isInstanceOf(Sealing.NotSealed.class)
                .hasMessageContaining("audit seal");
        for (var statement : List.of(
                "insert into audit_segments values (1, 2, '')",
                "update audit_segments set last = 3",
                "delete from audit_segments",
                "delete from audit_entries")) {
            assertThatThrownBy(() -> ground.database().jdbc().sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(sequences()).hasSize(15);
    }

    @Test
    void nothingIsSealedUnlessTheSettingsSaySo() throws IOException {
        settings = retention(null, 100_000);

        assertThat(sealing().run()).isEmpty();
        assertThatThrownBy(() -> commands("").seal())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("keep every entry");
    }

    @Test
    void theCommandSealsWhatTheSettingsSay() throws IOException {
        ground.close();
        clock.move(Duration.ofDays(-4000));
        ground = TrailGround.in(folder.resolve("long-ago"), clock);
        settings = ground.settings();
        write(4);

        var files = commands("    retention:\n      keep-for: 31d\n      archive: %s\n".formatted(archive()))
                .seal();

        assertThat(files)
                .containsExactly("trail-000000000001-000000000003.jsonl", "trail-000000000004-000000000004.jsonl");
        assertThat(entriesOf(Sealing.ACTION).getFirst().announcement().actor().id())
                .isEqualTo("command-line");
    }

    @Test
    void settingsThatMoveAwayWhatARuleAsksForAreRefused() {
        LooksBack rule =
                () -> Stream.of(new LooksBack.Reach("latchkey.actions.rules.slow.within", Duration.ofDays(90)));

        assertThatThrownBy(() -> KeptLongEnough.demand(settings.retention(), List.of(rule)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("latchkey.actions.rules.slow.within (90d)");
        KeptLongEnough.demand(retention(Duration.ofDays(90), 1).retention(), List.of(rule));
        KeptLongEnough.demand(AuditSettings.Retention.FOR_EVER, List.of(rule));
    }

    private TrailCommands commands(String retention) throws IOException {
        var file = Files.writeString(
                folder.resolve("latchkey.yaml"),
                "latchkey:\n  audit:\n    keys: %s\n    anchor: %s\n%s"
                        .formatted(settings.keys(), settings.anchor(), retention));
        return new TrailCommands(SettingsFile.read(file), ground.database().environment()::get);
    }

    private Sealing sealing() {
        return sealing(ground.database().owner());
    }

    private Sealing sealing(DataSource connections) {
        return new Sealing(connections, ground.keys(), settings, Actor.system("retention"), clock);
    }

    private Verdict verdict() {
        return new TrailCheck(settings, ground.keys()).of(ground.database().owner());
    }

    private long anchored() {
        return verdict() instanceof Verdict.Sound sound ? sound.anchored() : -1;
    }

    private void write(int entries) {
        ground.trail()
                .announceAll(IntStream.range(0, entries)
                        .mapToObj(number -> TrailGround.resetOf(TrailGround.JAN))
                        .toList());
    }

    private void end(long sequence) {
        var id = ground.asOwner()
                .sql("select id from audit_entries where sequence = ?")
                .param(sequence)
                .query(java.util.UUID.class)
                .single();
        ground.trail().record(new AuditedChange(id, TrailGround.resetOf(TrailGround.JAN)), Outcome.done(null));
    }

    private List<AuditEntry> entriesOf(String action) {
        return ground.reader().read(AuditQuestion.latest(50).named(action)).entries();
    }

    private List<Long> sequences() {
        return ground.asOwner()
                .sql("select sequence from audit_entries order by sequence")
                .query(Long.class)
                .list();
    }

    private List<String> files() {
        try (var files = Files.list(archive())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path publicKey() throws IOException {
        return Files.writeString(
                folder.resolve("key.pem"),
                PublicKeyFile.pem(ground.keys().anchor().getPublic()));
    }

    private Path archive() {
        return folder.resolve("archive");
    }

    private AuditSettings retention(@org.jspecify.annotations.Nullable Duration keepFor, int entries) {
        var shipped = ground.settings();
        return new AuditSettings(
                shipped.keys(),
                shipped.anchor(),
                shipped.anchorEvery(),
                shipped.anchorEntries(),
                shipped.outcomeWithin(),
                new AuditSettings.Retention(keepFor, archive(), entries));
    }
}
