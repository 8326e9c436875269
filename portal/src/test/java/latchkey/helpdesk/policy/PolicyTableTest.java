package latchkey.helpdesk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import latchkey.settings.CannotStart;
import latchkey.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of expected answers. */
class PolicyTableTest {

    private static final String SETTINGS = """
            latchkey:
              access:
                roles:
                  north-desk:
                    permissions: [reset-password]
                    populations: [north]
                populations:
                  north:
                    where: { country: [DE, AT] }
              policy:
                rules:
                  at-night:
                    actions: [reset-password]
                    when: time.hour >= 20
                    then: refuse
                    because: Not at night.
            """;

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void theTableOfTheDocumentsAgreesWithTheSettingsOfTheDocuments() {
        var docs = Path.of("..", "docs");
        var settings = SettingsFile.read(docs.resolve("settings.yaml"));
        assertThat(PolicyTable.run(settings, docs.resolve("policy-test.yaml"), new PrintWriter(said)))
                .as(said.toString())
                .isTrue();
        assertThat(said.toString()).contains("4 of 4 rows agree.");
    }

    @Test
    void aRowThatDiffersIsNamedWithWhatWasFoundAndWhy() throws IOException {
        assertThat(run("{roles: [agent], action: reset-password, at: 2026-01-05T21:00:00, expect: allowed}"))
                .isFalse();
        assertThat(said.toString())
                .contains("WRONG 1: reset-password for agent: refused because of at-night, expected allowed")
                .contains("0 of 1 rows agree.");
    }

    @Test
    void whoMayNotIsRefusedBeforeWhoSeesNot() throws IOException {
        assertThat(run("{roles: [north-desk], action: block-sign-in, expect: refused, because: permission}"))
                .isTrue();
    }

    @Test
    void whoIsOutsideThePopulationIsRefused() throws IOException {
        var row = "{roles: [north-desk], action: reset-password, attributes: {country: %s}, expect: %s}";
        assertThat(run(row.formatted("FR", "refused, because: population"))).isTrue();
        assertThat(run(row.formatted("at", "allowed"))).isTrue();
    }

    @Test
    void aTableWithoutRowsIsAMistake() {
        assertThatThrownBy(() -> run("")).isInstanceOf(CannotStart.class).hasMessageContaining("has no row");
    }

    @Test
    void anActionThatThereIsNotIsAMistake() {
        assertThatThrownBy(() -> run("{roles: [agent], action: fly}"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("There is no action fly");
    }

    private boolean run(String row) throws IOException {
        var settings = Files.writeString(folder.resolve("settings.yaml"), SETTINGS);
        var table = Files.writeString(
                folder.resolve("table.yaml"), "policy-test:\n  rows:\n" + (row.isEmpty() ? "" : "    - " + row + "\n"));
        return PolicyTable.run(SettingsFile.read(settings), table, new PrintWriter(said, true));
    }
}
