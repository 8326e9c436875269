package latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import latchkey.settings.CannotStart;
import latchkey.testing.Asvs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor takes the trail away and checks it at home, with the public key alone. */
@Asvs("16.4.2")
class ExportTest {

    private static final int ENTRIES = 250;

    @TempDir
    static Path folder;

    private static TrailGround ground;

    private static Path key;

    @BeforeAll
    static void writeTheTrail() throws IOException {
        ground = TrailGround.in(folder);
        IntStream.range(0, ENTRIES / 50)
                .forEach(turn -> ground.trail()
                        .announceAll(IntStream.range(0, 50)
                                .mapToObj(number -> TrailGround.resetOf(TrailGround.JAN))
                                .toList()));
        ground.appender().close();
        key = Files.writeString(
                folder.resolve("key.pem"),
                PublicKeyFile.pem(ground.keys().anchor().getPublic()));
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    void aWholeExportIsSoundWithThePublicKeyAlone() throws IOException {
        var export = written(export(null, null));

        assertThat(ExportCheck.run(export, key)).isInstanceOfSatisfying(Verdict.SoundExport.class, sound -> {
            assertThat(sound.first()).isEqualTo(1);
            assertThat(sound.last()).isEqualTo(ENTRIES);
            assertThat(sound.anchored()).isEqualTo(ENTRIES);
        });
    }

    @Test
    void nothingPersonalStandsReadableInIt() throws IOException {
        assertThat(export(null, null))
                .doesNotContain("jan@example.com", "forgot", "\"Kim\"")
                .contains("T-4711");
    }

    @Test
    void theBareKeyOfTheFolderDoesAsWellAndAnotherOneDoesNot() throws IOException {
        var export = written(export(null, null));
        var stranger = TrailKeys.make(folder.resolve("strangers"));

        assertThat(ExportCheck.run(export, ground.settings().keys().resolve("anchor-public.key")))
                .isInstanceOf(Verdict.SoundExport.class);
        assertThat(ExportCheck.of(
                        new StringReader(export(null, null)), stranger.anchor().getPublic()))
                .asString()
                .contains("signed with another key");
        assertThatThrownBy(() -> ExportCheck.run(export, export)).isInstanceOf(CannotStart.class);
    }

    @Test
    void aStretchSaysWhereItBeginsAndEnds() throws IOException {
        var cut = moment(101);
        var export = export(cut, moment(201));

        assertThat(verdict(export)).isInstanceOfSatisfying(Verdict.SoundExport.class, sound -> {
            assertThat(sound.first()).isEqualTo(101);
            assertThat(sound.last()).isEqualTo(200);
            assertThat(sound.isFromTheBeginning()).isFalse();
        });
        assertThat(verdict(export.replaceFirst("\"before\":\"..", "\"before\":\"zz")))
                .isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void aStretchWithoutEntriesIsSoundAndEmpty() throws IOException {
        var later = Instant.now().plus(Duration.ofDays(1));

        assertThat(verdict(export(later, null))).isInstanceOfSatisfying(Verdict.SoundExport.class, sound -> {
            assertThat(sound.first()).isEqualTo(ENTRIES + 1);
            assertThat(sound.last()).isEqualTo(ENTRIES);
        });
    }

    @Test
    void whatIsPutBehindTheEndOrIsNoLineOfAnExportIsFound() throws IOException {
        var export = export(null, null);

        assertThat(verdict(export + "{}\n")).asString().contains("behind the end");
        assertThat(verdict("nonsense\n" + export)).asString().contains("line 1 is none");
        assertThat(verdict("")).isInstanceOf(Verdict.Broken.class);
        assertThat(verdict(export.substring(0, export.length() / 2))).isInstanceOf(Verdict.Broken.class);
    }

    private static Instant moment(long sequence) {
        return ground.asOwner()
                .sql("select at from audit_entries where sequence = ?")
                .param(sequence)
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static Verdict verdict(String export) throws IOException {
        return ExportCheck.of(new StringReader(export), ground.keys().anchor().getPublic());
    }

    private static Path written(String export) throws IOException {
        return Files.writeString(folder.resolve("export.jsonl"), export);
    }

    private static String export(@Nullable Instant from, @Nullable Instant until) throws IOException {
        var out = new StringWriter();
        new TrailExport(ground.database().application(), ground.keys(), ground.settings(), Clock.systemUTC())
                .write(from, until, out);
        return out.toString();
    }
}
