package latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latchkey.testing.Asvs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody with all rights in the database, but without the keys and the anchors, changes the trail. */
@Asvs("16.4.2")
class TamperTest {

    private static final int ENTRIES = 120;

    @TempDir
    static Path folder;

    private static TrailGround ground;

    private static List<String> anchors;

    @BeforeAll
    static void writeTheTrail() throws IOException {
        ground = TrailGround.in(folder);
        for (int i = 0; i < ENTRIES / 2; i++) {
            var change = ground.trail().announce(TrailGround.resetOf(i % 2 == 0 ? TrailGround.JAN : TrailGround.LAYLA));
            ground.trail().record(change, Outcome.done("request-" + i));
        }
        ground.appender().close();
        anchors = Files.readAllLines(ground.settings().anchor());
        sql("create table untouched as select * from audit_entries");
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @AfterEach
    void putEverythingBack() throws IOException {
        sql("truncate audit_entries");
        sql("insert into audit_entries select * from untouched");
        Files.write(ground.settings().anchor(), anchors);
    }

    static Stream<Long> places() {
        var random = new Random(20261122);
        return Stream.concat(
                Stream.of(1L, 2L, (long) ENTRIES - 1, (long) ENTRIES),
                IntStream.range(0, 6).mapToObj(any -> 3L + random.nextInt(ENTRIES - 5)));
    }

    static Stream<Long> placesBeforeTheLast() {
        return places().filter(place -> place < ENTRIES);
    }

    @Test
    void anUntouchedTrailIsSound() {
        assertThat(verdict()).isEqualTo(new Verdict.Sound(ENTRIES, ENTRIES));
    }

    @ParameterizedTest
    @MethodSource("places")
    void anEditedBodyIsFound(long place) {
        sql("update audit_entries set body = replace(body, 'kim', 'sam') where sequence = " + place);

        assertBroken(place, "was edited");
    }

    @ParameterizedTest
    @MethodSource("places")
    void anEditedColumnIsFound(long place) {
        sql("update audit_entries set actor = 'sam' where sequence = " + place);

        assertBroken(place, "a column says something else");
    }

    @ParameterizedTest
    @MethodSource("places")
    void anEditedTimeIsFound(long place) {
        sql("update audit_entries set at = at + interval '1 microsecond' where sequence = " + place);

        assertBroken(place, "a column says something else");
    }

    @ParameterizedTest
    @MethodSource("placesBeforeTheLast")
    void aRemovedEntryIsFound(long place) {
        sql("delete from audit_entries where sequence = " + place);

        assertBroken(place, "was removed");
    }

    @ParameterizedTest
    @MethodSource("placesBeforeTheLast")
    void aRemovedEntryWhoseFollowersMovedUpIsFound(long place) {
        sql("delete from audit_entries where sequence = " + place);
        moveUp(place);

        assertBroken(place, "was moved");
    }

    @ParameterizedTest
    @MethodSource("placesBeforeTheLast")
    void twoEntriesThatChangedPlacesAreFound(long place) {
        sql("update audit_entries set sequence = 1000000 where sequence = " + place);
        sql("update audit_entries set sequence = %d where sequence = %d".formatted(place, place + 1));
        sql("update audit_entries set sequence = %d where sequence = 1000000".formatted(place + 1));

        assertBroken(place, "was moved");
    }

    @ParameterizedTest
    @MethodSource("places")
    void aTrailRewrittenWithRecomputedHashesIsFound(long place) {
        rewriteFrom(place);

        assertBroken(place, "was rewritten");
    }

    @ParameterizedTest
    @MethodSource("placesBeforeTheLast")
    void aRewrittenTailThatEndsInTheRightPlaceIsFound(long place) {
        sql("delete from audit_entries where sequence > " + place);
        rewriteFrom(place);

        assertBroken(place, "was rewritten");
    }

    @ParameterizedTest
    @MethodSource("placesBeforeTheLast")
    void aTailCutBeforeTheLastAnchorIsFound(long place) {
        sql("delete from audit_entries where sequence > " + place);

        assertBroken(place + 1, "was removed, and all after it");
    }

    @Test
    void anEmptiedTrailIsFound() {
        sql("delete from audit_entries");

        assertBroken(1, "was removed, and all after it");
    }

    @ParameterizedTest
    @MethodSource("places")
    void aCopiedEntryIsFound(long place) {
        sql("""
                insert into audit_entries select %d, gen_random_uuid(), kind, at, actor, action, directory, customer,
                  case_id, announcement, body, hash, mac, keys from audit_entries where sequence = %d""".formatted(ENTRIES + 1, place));

        assertBroken(ENTRIES + 1L, "was moved");
    }

    @Test
    void editedForeignAndUnreadableAnchorsAreFound() throws IOException {
        Files.writeString(
                ground.settings().anchor(), anchors.getLast().replace(":" + ENTRIES, ":" + (ENTRIES - 1)) + "\n");
        assertThat(verdict()).asString().contains("was edited");

        var stranger = TrailKeys.make(folder.resolve("other-keys"));
        var forged = Anchor.of(new Link(ENTRIES, new byte[32]), java.time.Instant.now(), 0, stranger);
        Files.writeString(ground.settings().anchor(), forged.line() + "\n");
        assertThat(verdict()).asString().contains("signed with another key");

        Files.writeString(ground.settings().anchor(), "nonsense\n");
        assertThat(verdict()).asString().contains("is not an anchor");
    }

    @Test
    void aTrailWhoseCustomersWereErasedIsSoundInTheDatabaseAndAsAnExport() throws IOException {
        sql("create table kept_keys as select * from audit_keys");
        sql("delete from audit_keys");
        try {
            assertThat(verdict()).isEqualTo(new Verdict.Sound(ENTRIES, ENTRIES));
            assertThat(ExportCheck.of(new StringReader(export()), publicKey()))
                    .isInstanceOfSatisfying(
                            Verdict.SoundExport.class,
                            sound -> assertThat(sound.last()).isEqualTo(ENTRIES));
        } finally {
            sql("insert into audit_keys select * from kept_keys");
            sql("drop table kept_keys");
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void anExportOfATrailThatWasRewrittenHasNoSignedEnd(long place) throws IOException {
        rewriteFrom(place);

        var export = export();

        assertThat(export.lines()).hasSizeGreaterThan(ENTRIES).noneMatch(line -> line.contains("closing"));
        assertThat(ExportCheck.of(new StringReader(export), publicKey())).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void aRemovedAnchorIsMissed() throws IOException {
        var three = Files.readString(ground.settings().anchor())
                + Anchor.of(new Link(ENTRIES + 1, new byte[32]), java.time.Instant.now(), ENTRIES + 7, ground.keys())
                        .line()
                + "\n";
        Files.writeString(ground.settings().anchor(), three);

        assertThat(verdict()).asString().contains("the one for %d entries was removed".formatted(ENTRIES + 7));
    }

    @Test
    void aTornLastAnchorIsNoTampering() throws IOException {
        Files.writeString(
                ground.settings().anchor(),
                String.join("\n", anchors) + "\n" + anchors.getLast().substring(0, 30));

        assertThat(verdict()).isEqualTo(new Verdict.Sound(ENTRIES, ENTRIES));
    }

    private static void moveUp(long place) {
        for (long sequence = place + 1; sequence <= ENTRIES; sequence++) {
            sql("update audit_entries set sequence = %d where sequence = %d".formatted(sequence - 1, sequence));
        }
    }

    /** What somebody without the key can do: new bodies, and every hash after them fitting again. */
    private static void rewriteFrom(long place) {
        var jdbc = ground.asOwner();
        var rows = jdbc.sql("select sequence, body, hash from audit_entries order by sequence")
                .query((row, number) -> new Object[] {row.getLong(1), row.getString(2), row.getBytes(3)})
                .list();
        var hash = place == 1 ? new byte[32] : (byte[]) rows.get((int) place - 2)[2];
        for (var row : rows.subList((int) place - 1, rows.size())) {
            var body = ((String) row[1]).replace("kim", "sam");
            hash = Crypto.sha256(hash, body.getBytes(StandardCharsets.UTF_8));
            jdbc.sql(
                            "update audit_entries set body = ?, hash = ?, actor = replace(actor, 'kim', 'sam') where sequence = ?")
                    .params(body, hash, row[0])
                    .update();
        }
    }

    private static void assertBroken(long place, String what) {
        assertThat(verdict()).isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
            assertThat(broken.entry()).isEqualTo(place);
            assertThat(broken.what()).contains(what);
        });
    }

    private static String export() throws IOException {
        var out = new StringWriter();
        new TrailExport(ground.database().application(), ground.keys(), ground.settings(), Clock.systemUTC())
                .write(null, null, out);
        return out.toString();
    }

    private static PublicKey publicKey() {
        return ground.keys().anchor().getPublic();
    }

    private static Verdict verdict() {
        return new TrailCheck(ground.settings(), ground.keys())
                .of(ground.database().owner());
    }

    private static void sql(String statement) {
        ground.asOwner().sql(statement).update();
    }
}
