package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import latchkey.testing.SandboxControl.Person;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The trail's store breaks while an agent works: nothing reaches the directory, and all goes on by itself when it is back. */
@PortalTest
@Asvs("16.5.3")
class BrokenTrailTest {

    private final PortalProcess portal;
    private final Desk desk;

    BrokenTrailTest(PortalProcess portal) {
        this.portal = portal;
        this.desk = new Desk(portal);
    }

    /** The ways it breaks, and who they are tried on. */
    enum Way {
        THE_RIGHT_TO_INSERT_IS_GONE(
                "jan-ordinary",
                List.of("revoke insert on audit_entries from latchkey_app"),
                List.of("grant insert on audit_entries to latchkey_app")),
        THE_DISK_IS_FULL(
                "plus-address",
                List.of(
                        """
                        create function full_disk() returns trigger language plpgsql as $$
                        begin
                          raise exception 'could not extend file: No space left on device' using errcode = '53100';
                        end $$""",
                        "create trigger full_disk before insert on audit_entries for each row execute function full_disk()"),
                List.of("drop trigger full_disk on audit_entries", "drop function full_disk()")),
        NOBODY_REACHES_THE_DATABASE(
                "dup-smith-1",
                List.of(
                        "update pg_database set datallowconn = false where datname = current_database()",
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where datname = current_database() and pid <> pg_backend_pid()"),
                List.of("update pg_database set datallowconn = true where datname = current_database()"));

        private final String person;
        private final List<String> breaking;
        private final List<String> repairing;

        Way(String person, List<String> breaking, List<String> repairing) {
            this.person = person;
            this.breaking = breaking;
            this.repairing = repairing;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsWrittenTheAgentIsToldAndItGoesOnWithoutARestart(Way way) throws SQLException {
        var customer = desk.person(way.person);
        var kim = portal.signedIn("kim");
        var form = kim.get(Desk.page(customer) + "/actions/block-sign-in");
        var sam = portal.bearer("sam");
        var block = "/api/v1/cases/" + Desk.openCase(sam, customer) + "/actions/block-sign-in";
        var command = command(customer);
        try (var owner = portal.database().owner().getConnection()) {
            run(owner, way.breaking);
            try {
                told(sam.postJson(block, command));
                told(kim.submit(
                        form, "form[action$=/actions/block-sign-in]", Map.of("reason", "other", "why", "shared")));
                assertThat(desk.writes(customer)).isEmpty();
            } finally {
                run(owner, way.repairing);
            }
        }
        Eventually.that("it goes on", () -> sam.postJson(block, command).status() == 202);
        assertThat(desk.writes(customer)).containsExactly("PATCH");
    }

    private Map<String, Object> command(Person customer) {
        var laid = portal.bearer("sam")
                .get(Desk.api(customer) + "/actions/block-sign-in")
                .json();
        var command = new HashMap<String, Object>();
        command.put("customer", laid.path("customer").asString());
        command.put("seen", laid.path("seen").asString());
        command.put("why", "account was shared");
        return command;
    }

    private static void told(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.problem()).isIn("audit-unavailable", "database-unavailable");
        assertThat(answer.body()).containsIgnoringCase("tell the people who run this portal");
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        for (var sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
