package latchkey.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void itCommitsToTheDiskAndAsksForAPasswordAndKeepsItsRows() throws Exception {
        EmbeddedServers.copyInto(folder);
        try (var first = EmbeddedDatabase.start(folder, EmbeddedServers.binaries())) {
            var jdbc = JdbcClient.create(first.owner().connections());
            assertThat(setting(jdbc, "fsync")).isEqualTo("on");
            assertThat(setting(jdbc, "synchronous_commit")).isEqualTo("on");
            jdbc.sql("create table kept as select 42 as answer").update();
            assertThatThrownBy(() -> withoutPassword(first)).isInstanceOf(SQLException.class);
        }
        try (var second = EmbeddedDatabase.start(folder, EmbeddedServers.binaries())) {
            assertThat(answer(second)).isEqualTo(42);
            assertASecondPortalIsTurnedAway();
        }
    }

    private void assertASecondPortalIsTurnedAway() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, EmbeddedServers.binaries()))
                .isInstanceOfSatisfying(CannotStart.class, refusal -> {
                    assertThat(refusal.exitCode()).isEqualTo(ExitCode.DATABASE);
                    assertThat(refusal).hasMessageContaining("Another Latchkey is using the database");
                });
    }

    @Test
    void afterAKillTheNextStartTakesTheRunningServerOver() throws Exception {
        var portal = PortalStandIn.start(EmbeddedServers.copyInto(folder));
        var orphan = Postmaster.on(folder.resolve("data")).orElseThrow();
        portal.destroyForcibly().waitFor();
        assertThat(orphan.process().isAlive()).isTrue();

        try (var next = EmbeddedDatabase.start(folder, EmbeddedServers.binaries())) {
            assertThat(Postmaster.on(folder.resolve("data"))
                            .orElseThrow()
                            .process()
                            .pid())
                    .isEqualTo(orphan.process().pid());
            assertThat(answer(next)).isEqualTo(42);
        }
        assertThat(orphan.process().isAlive()).isFalse();
    }

    @Test
    void afterTheServerItselfWasKilledTheNextStartRecovers() throws Exception {
        var portal = PortalStandIn.start(EmbeddedServers.copyInto(folder));
        Postmaster.on(folder.resolve("data")).orElseThrow().process().destroyForcibly();
        portal.destroyForcibly().waitFor();

        try (var next = EmbeddedDatabase.start(folder, EmbeddedServers.binaries())) {
            assertThat(answer(next)).isEqualTo(42);
        }
    }

    @Test
    void aFirstStartThatWasCutOffIsStartedOver() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/postgresql.conf"), "# half");

        try (var embedded = EmbeddedDatabase.start(folder, EmbeddedServers.binaries())) {
            assertThat(setting(JdbcClient.create(embedded.owner().connections()), "fsync"))
                    .isEqualTo("on");
        }
    }

    @Test
    void aFolderThatIsAFileIsRefusedInASentence() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("postgres")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be written to")
                .hasMessageContaining("latchkey.database.folder");
    }

    @Test
    void onlyTheOwnerOfTheProcessReadsThePasswords() throws Exception {
        Passwords.make().write(folder.resolve("passwords"));

        assertThat(Files.getPosixFilePermissions(folder.resolve("passwords"))).hasSize(2);
        assertThat(Passwords.make()).hasToString("(secret)");
    }

    @Test
    void aServerThatIsGoneLeavesNothingToTakeOver() throws Exception {
        var ended = new ProcessBuilder("true").start();
        ended.onExit().get();
        Files.writeString(folder.resolve("postmaster.pid"), ended.pid() + "\n/data\n1\n5432\n");

        assertThat(Postmaster.on(folder)).isEmpty();
        assertThat(folder.resolve("postmaster.pid")).doesNotExist();
    }

    private static void withoutPassword(EmbeddedDatabase embedded) throws SQLException {
        new DatabaseAddress(embedded.owner().url(), "postgres", "wrong")
                .connections()
                .getConnection();
    }

    private static int answer(EmbeddedDatabase embedded) {
        return JdbcClient.create(embedded.owner().connections())
                .sql("select answer from kept")
                .query(Integer.class)
                .single();
    }

    private static String setting(JdbcClient jdbc, String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
