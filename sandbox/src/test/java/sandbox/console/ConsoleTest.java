package sandbox.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.doors.Doors;

/** The pages for people. */
class ConsoleTest {

    private static final String JAN = "d0000000-0000-4000-8000-000000000010";
    private static final String UNA = "c0000000-0000-4000-8000-000000000013";

    @BeforeEach
    void startOver() {
        Doors.startOver();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=novak",
                "/console/mailbox",
                "/console/journal",
                "/console/journal?kind=graph&method=GET&path=users&result=bad",
                "/console/faults",
                "/console/settings",
                "/console/people/" + JAN,
                "/console/people/" + JAN + "/values",
                "/console/people/" + UNA,
                "/console/sandbox.css",
                "/console/sandbox.js"
            })
    void everyPageOpens(String path) {
        assertThat(Doors.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/people/nobody", "/console/mailbox/99"})
    void whatIsNotThereIsSaidOnAPage(String path) {
        var answer = Doors.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>Not here</h1>");
    }

    @Test
    void aPersonIsFoundByNameInAnyScriptAndByNumber() {
        assertThat(Doors.get("/?q=" + Doors.escaped("ليلى")).body()).contains("C-900007");
        assertThat(Doors.get("/?q=c-900008").body()).contains("Conor O&#39;Neil");
        assertThat(Doors.get("/?q=nobody-is-called-this").body()).contains("Nobody like that");
    }

    @Test
    void anEditedContactDiffersUntilTheSyncHasRun() {
        assertThat(Doors.get("/console/people/" + JAN).body()).contains("in step");
        var saved = Doors.form("/console/people/" + JAN, Map.of("lastname", "Svoboda", "as", "backoffice"));
        assertThat(saved.status()).isEqualTo(302);
        var page = Doors.get("/console/people/" + JAN).body();
        assertThat(page).contains("differs", "Svoboda", "by <span>Back office</span>");
    }

    @Test
    void onlyWhatWasChangedIsSaved() {
        Doors.form("/console/people/" + JAN, Map.of("lastname", "Novák", "firstname", "Johann"));
        var changes = Doors.get("/sandbox/api/history/contacts/" + JAN)
                .json()
                .path("versions")
                .get(0)
                .path("changes");
        assertThat(changes.propertyNames()).contains("firstname").doesNotContain("lastname");
    }

    @Test
    void anUnchangedOrTooLongContactIsNotSaved() {
        Doors.form("/console/people/" + JAN, Map.of("lastname", "Novák"));
        Doors.form("/console/people/" + JAN, Map.of("lastname", "x".repeat(51)));
        assertThat(Doors.get("/sandbox/api/history/contacts/" + JAN)
                        .json()
                        .path("versions")
                        .size())
                .isZero();
    }

    @Test
    void aContactIsCreatedPutToRestMergedAndDeleted() {
        var created = Doors.form("/console/contacts", Map.of("firstname", "Ola", "lastname", "Nowak", "userName", ""));
        var page = created.header("Location").replaceFirst(".*(/console/people/[^?;]*).*", "$1");
        assertThat(Doors.get(page).body()).contains("Ola Nowak");
        var contact = page.replace("/people/", "/contacts/");
        Doors.form(contact + "/merge", Map.of("into", JAN));
        assertThat(Doors.get("/sandbox/api/history/contacts/" + contact.replaceFirst(".*/", ""))
                        .body())
                .contains("_masterid_value", JAN);
        Doors.form(contact + "/delete", Map.of());
        assertThat(Doors.get(page).status()).isEqualTo(404);
    }

    @Test
    void anOldTokenBringsTheOldNameBack() {
        Doors.form("/console/people/" + JAN, Map.of("lastname", "Svoboda"));
        Doors.form("/console/contacts/" + JAN + "/portal-sign-in", Map.of("token", "new"));
        assertThat(Doors.get("/console/people/" + JAN).body())
                .contains("in step")
                .doesNotContain("differs");
    }

    @Test
    void aFaultIsSwitchedOnAndOff() {
        Doors.form("/console/faults/preset/graph-429", Map.of());
        assertThat(Doors.get("/console/faults").body()).contains("429 with Retry-After: 3", "Switch off");
        Doors.form("/console/faults/clear", Map.of());
        assertThat(Doors.get("/sandbox/api/faults").json().path("faults").size())
                .isZero();
    }

    @Test
    void aWrongFaultOrSettingChangesNothing() {
        Doors.form("/console/faults", Map.of("action", "explode"));
        assertThat(Doors.get("/sandbox/api/faults").json().path("faults").size())
                .isZero();
        Doors.form(
                "/console/settings",
                Map.of(
                        "graphLatencyMillis", "-1",
                        "dataverseLatencyMillis", "0",
                        "replicationDelayMillis", "0",
                        "webhookUrl", "http://127.0.0.1:1/"));
        assertThat(Doors.get("/sandbox/api/settings")
                        .json()
                        .path("graphLatencyMillis")
                        .asInt())
                .isZero();
    }

    @Test
    void theClockMovesAndStartingOverPutsItBack() {
        Doors.form("/console/settings/clock", Map.of("advanceSeconds", "86400"));
        assertThat(Doors.get("/console/settings").body()).contains("1 d 0 h 0 min ahead");
        Doors.form("/console/settings/reset", Map.of());
        assertThat(Doors.get("/console/settings").body()).contains("the real time");
    }

    @Test
    void aPersonSignsInAtTheirButton() {
        Doors.send(
                "POST",
                "/console/people/" + JAN + "/sign-in",
                "outcome=wrongPassword",
                "Content-Type",
                "application/x-www-form-urlencoded");

        var log = Doors.get("/v1.0/auditLogs/directoryAudits?%24top=1", "Authorization", "Bearer " + portalToken());
        assertThat(log.body()).contains("AADB2C90225");
    }

    private static String portalToken() {
        return Doors.form(
                        "/contosocustomers.onmicrosoft.com/oauth2/v2.0/token",
                        java.util.Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "a0000000-0000-4000-8000-000000000001",
                                "client_secret", "sandbox-portal-secret",
                                "scope", "https://graph.microsoft.com/.default"))
                .json()
                .path("access_token")
                .asString();
    }
}
