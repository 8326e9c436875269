package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import latchkey.directory.DirectoryEvent.Result;
import latchkey.directory.activity.LogPage;
import latchkey.directory.activity.LoggedEvent.Initiator;
import org.junit.jupiter.api.Test;

/** Entries of the log as Graph writes them (facts §7.1, §7.2). */
class LogJsonTest {

    private static final String JAN = "0f0f0f0f-0000-4000-8000-000000000001";

    private static final String UPDATE = """
        {"id":"Directory_1","category":"UserManagement","correlationId":"c-1","result":"success","resultReason":"",
         "activityDisplayName":"Update user","activityDateTime":"2026-01-09T21:20:02.7215374Z",
         "loggedByService":"Core Directory","operationType":"Update",
         "initiatedBy":{"user":null,"app":{"appId":null,"displayName":"HR import","servicePrincipalId":"sp-1",
           "servicePrincipalName":null}},
         "targetResources":[{"id":"%s","displayName":null,"type":"User","userPrincipalName":"jan@contoso.example",
           "groupType":null,"modifiedProperties":[
             {"displayName":"AccountEnabled","oldValue":"[true]","newValue":"[false]"},
             {"displayName":"GivenName","oldValue":"[\\"Jan\\"]","newValue":"[\\"Geheim\\"]"},
             {"displayName":"Included Updated Properties","oldValue":null,"newValue":"\\"AccountEnabled\\""}]}],
         "additionalDetails":[{"key":"User-Agent","value":"curl"}]}""".formatted(JAN);

    private static final String SIGN_IN = """
        {"id":"B2C_1","category":"Authentication","correlationId":"c-2","result":"failure","resultReason":"AADB2C90225: jan@contoso.example gave a wrong password",
         "activityDisplayName":"Validate local account credentials","activityDateTime":"2026-01-09T22:00:00Z",
         "loggedByService":"B2C","operationType":"",
         "initiatedBy":{"user":null,"app":{"appId":"app-1","displayName":"Web shop","servicePrincipalId":null}},
         "targetResources":[{"id":"policy-1","type":"Policy"},{"id":"%s","type":"User","modifiedProperties":[]}],
         "additionalDetails":[{"key":"TenantId","value":"t"},{"key":"PolicyId","value":"B2C_1_signin"},
           {"key":"ApplicationId","value":"app-1"},{"key":"ClientIpAddress","value":"203.0.113.7"}]}""".formatted(JAN);

    @Test
    void aChangeKeepsWhatTheTimelineNeeds() {
        var event = page(UPDATE).events().getFirst();

        assertThat(event.customer()).isEqualTo(UUID.fromString(JAN));
        assertThat(event.at()).isEqualTo(Instant.parse("2026-01-09T21:20:02.721537Z"));
        assertThat(event.activity()).isEqualTo("Update user");
        assertThat(event.result()).isEqualTo(Result.SUCCESS);
        assertThat(event.correlationId()).isEqualTo("c-1");
        assertThat(event.by()).isEqualTo(new Initiator(null, "sp-1", "HR import", null));
        assertThat(event.changed()).containsExactly("AccountEnabled", "GivenName");
    }

    @Test
    void aSignInKeepsCodePolicyAndApplication() {
        var event = page(SIGN_IN).events().getFirst();

        assertThat(event.service()).isEqualTo("B2C");
        assertThat(event.result()).isEqualTo(Result.FAILURE);
        assertThat(event.code()).isEqualTo("AADB2C90225");
        assertThat(event.policy()).isEqualTo("B2C_1_signin");
        assertThat(event.client()).isEqualTo("app-1");
    }

    @Test
    void valuesAddressesAndNamesOfPersonsAreLeftBehind() {
        assertThat(page(UPDATE, SIGN_IN).events().toString())
                .doesNotContain("Geheim", "203.0.113.7", "jan@contoso.example", "curl");
    }

    @Test
    void anEntryAboutNoUserMovesTheMarkOnly() {
        var page = page(SIGN_IN.replace("\"type\":\"User\"", "\"type\":\"Application\""));

        assertThat(page.events()).isEmpty();
        assertThat(page.unreadable()).isZero();
        assertThat(page.latest()).isEqualTo(Instant.parse("2026-01-09T22:00:00Z"));
    }

    @Test
    void anEntryThatMakesNoSenseStopsNothing() {
        var page = page("{\"id\":\"x\"}", "17", UPDATE.replace(JAN, "not-an-id"), SIGN_IN);

        assertThat(page.unreadable()).isEqualTo(3);
        assertThat(page.events()).extracting(event -> event.id()).containsExactly("B2C_1");
    }

    @Test
    void aTextHoldsNothingThatTheDatabaseRefuses() {
        var event =
                page(UPDATE.replace("HR import", "HR\\u0000 import")).events().getFirst();

        assertThat(event.by().appName()).isEqualTo("HR import");
    }

    @Test
    void theLinkToTheNextPageIsKept() {
        var body = "{\"value\":[],\"@odata.nextLink\":\"https://graph.example/next\"}";

        assertThat(LogJson.page(body.getBytes(StandardCharsets.UTF_8)).next()).isEqualTo("https://graph.example/next");
    }

    private static LogPage page(String... entries) {
        var body = "{\"value\":[" + String.join(",", entries) + "]}";
        return LogJson.page(body.getBytes(StandardCharsets.UTF_8));
    }
}
