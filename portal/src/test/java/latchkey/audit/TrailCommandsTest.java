package latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import latchkey.settings.SettingsFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever runs the installation works on the trail from the command line, while its portal goes on writing. */
class TrailCommandsTest {

    @TempDir
    static Path folder;

    private static TrailGround ground;

    private static TrailCommands commands;

    @BeforeAll
    static void open() throws IOException {
        ground = TrailGround.in(folder);
        var settings = Files.writeString(
                folder.resolve("latchkey.yaml"),
                "latchkey:\n  audit:\n    keys: %s\n    anchor: %s\n"
                        .formatted(ground.settings().keys(), ground.settings().anchor()));
        commands =
                new TrailCommands(SettingsFile.read(settings), ground.database().environment()::get);
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    void theExportIsAnEntryItselfAndIsCheckedWithThePrintedKey() throws IOException {
        ground.trail().announce(TrailGround.resetOf(TrailGround.JAN));
        var export = folder.resolve("export.jsonl");
        var key = Files.writeString(folder.resolve("key.pem"), commands.publicKey());

        var written = commands.export(null, null, export);

        assertThat(written).isInstanceOf(Verdict.SoundExport.class);
        assertThat(ExportCheck.run(export, key)).isEqualTo(written);
        assertThat(Files.readString(key)).startsWith("-----BEGIN PUBLIC KEY-----\n");
        assertThat(Files.readAllLines(export)).anyMatch(line -> line.contains("export-trail"));
        assertThat(newest("export-trail").announcement().actor().id()).isEqualTo("command-line");
    }

    @Test
    void anErasedCustomerIsGoneAndTheTrailIsSound() {
        var gil = new Subject("contoso", UUID.randomUUID().toString());
        var before = ground.trail().announce(TrailGround.resetOf(gil));

        assertThat(commands.erase(gil, "asked for it")).isTrue();

        var entry = ground.reader().byId(before.id()).orElseThrow();
        assertThat(entry.erased()).isTrue();
        assertThat(entry.announcement().personal()).isEmpty();
        assertThat(entry.announcement().ticket()).isEqualTo("T-4711");
        var erasing = newest("erase-customer");
        assertThat(erasing.announcement().reason()).isEqualTo("asked for it");
        assertThat(erasing.announcement().facts()).containsEntry("customer", gil.id());
        assertThat(erasing.outcome()).isEqualTo(Outcome.done(null));
        assertThat(new TrailCheck(ground.settings(), ground.keys())
                        .of(ground.database().owner()))
                .isInstanceOf(Verdict.Sound.class);
        assertThat(commands.erase(gil, "again")).as("there is no key any more").isFalse();
    }

    @Test
    void aCustomerWhoComesBackGetsAKeyOfTheirOwn() {
        var gil = new Subject("contoso", UUID.randomUUID().toString());
        var before = ground.trail().announce(TrailGround.resetOf(gil));
        commands.erase(gil, "asked for it");

        var after = ground.trail().announce(TrailGround.resetOf(gil));

        assertThat(ground.reader().byId(after.id()).orElseThrow().erased()).isFalse();
        assertThat(ground.reader().byId(before.id()).orElseThrow().erased()).isTrue();
    }

    private static AuditEntry newest(String action) {
        return ground.reader()
                .read(AuditQuestion.latest(1).named(action))
                .entries()
                .getFirst();
    }
}
