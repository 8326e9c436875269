package sandbox.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sandbox.dataverse.WebApi.JAN;
import static sandbox.dataverse.WebApi.JANS_USER;
import static sandbox.dataverse.WebApi.MARIA;
import static sandbox.dataverse.WebApi.edit;
import static sandbox.dataverse.WebApi.get;
import static sandbox.dataverse.WebApi.rows;
import static sandbox.dataverse.WebApi.send;
import static sandbox.dataverse.WebApi.settings;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.doors.Doors;
import tools.jackson.databind.JsonNode;

/** Contacts come, are merged, put to rest, deleted, edited by the thousand, and overwritten by old claims. */
class ContactLifeTest {

    private static final String NEW = "d0000000-0000-4000-8000-0000000abcde";
    private static final Duration SOON = Duration.ofSeconds(20);

    @BeforeEach
    @AfterEach
    void startOver() {
        Doors.startOver();
    }

    @Test
    void anApplicationCreatesChangesAndDeletes() {
        var created = send("POST", "/contacts", "{\"firstname\":\"Ola\",\"lastname\":\"Nowak\"}");
        assertThat(created.status()).isEqualTo(204);
        var place = created.header("OData-EntityId");
        assertThat(get(place).json().path("fullname").asString()).isEqualTo("Ola Nowak");
        assertThat(send("DELETE", place, "").status()).isEqualTo(204);
        assertThat(get(place).status()).isEqualTo(404);
        assertThat(send("DELETE", place, "").status()).isEqualTo(404);
    }

    @Test
    void aPatchCreatesWhatIsMissingUnlessItMustNot() {
        assertThat(send("PATCH", "/contacts(" + NEW + ")", "{\"lastname\":\"Nowak\"}", "If-Match", "*")
                        .status())
                .isEqualTo(404);
        assertThat(send("PATCH", "/contacts(" + NEW + ")", "{\"lastname\":\"Nowak\"}")
                        .status())
                .isEqualTo(204);
        assertThat(get("/contacts(" + NEW + ")").json().path("lastname").asString())
                .isEqualTo("Nowak");
    }

    @Test
    void aDeletedContactIsInNoListAndAnIndexFindsWhoIsThere() {
        var byUser = "/contacts?$filter=adx_identity_username%20eq%20'" + JANS_USER + "'";
        assertThat(rows(get(byUser))).hasSize(1);
        var twin = send("POST", "/contacts", "{\"lastname\":\"Twin\",\"adx_identity_username\":\"" + JANS_USER + "\"}");
        assertThat(rows(get(byUser))).hasSize(2);
        send("DELETE", "/contacts(" + JAN + ")", "");
        assertThat(rows(get(byUser)))
                .singleElement()
                .satisfies(row -> assertThat(twin.header("OData-EntityId"))
                        .contains(row.path("contactid").asString()));
        assertThat(get("/contacts/$count").body()).isEqualTo("415");
    }

    @Test
    void ofTwoMergedContactsOneIsPutToRestAndSaysWhereItWent() {
        var merge = "{\"Target\":{\"@odata.type\":\"Microsoft.Dynamics.CRM.contact\",\"contactid\":\"" + JAN
                + "\"},\"Subordinate\":{\"@odata.type\":\"Microsoft.Dynamics.CRM.contact\",\"contactid\":\"" + MARIA
                + "\"},\"UpdateContent\":{\"telephone1\":\"+420 1\"},\"PerformParentingChecks\":false}";
        var merged = send("POST", "/Merge", merge);
        assertThat(merged.status()).as(merged.body()).isEqualTo(204);
        var given = get("/contacts(" + MARIA + ")").json();
        assertThat(given.path("statecode").asInt()).isEqualTo(1);
        assertThat(given.path("statuscode").asInt()).isEqualTo(2);
        assertThat(given.path("merged").asBoolean()).isTrue();
        assertThat(given.path("_masterid_value").asString()).isEqualTo(JAN);
        var kept = get("/contacts(" + JAN + ")").json();
        assertThat(kept.path("merged").asBoolean()).isFalse();
        assertThat(kept.path("telephone1").asString()).isEqualTo("+420 1");
        assertThat(send("POST", "/Merge", merge).status()).isEqualTo(400);
    }

    @Test
    void aContactThatIsPutToRestAndWokenHasTheReasonThatFits() {
        edit(JAN, "{\"statecode\":1}");
        assertThat(get("/contacts(" + JAN + ")").json().path("statuscode").asInt())
                .isEqualTo(2);
        edit(JAN, "{\"statecode\":0}");
        assertThat(get("/contacts(" + JAN + ")").json().path("statuscode").asInt())
                .isEqualTo(1);
    }

    @Test
    void peopleCreateMergeAndDeleteOverTheControlApi() {
        var id = Doors.control("POST", "/contacts", "{\"as\":\"backoffice\",\"changes\":{\"lastname\":\"Nowak\"}}")
                .json()
                .path("id")
                .asString();
        assertThat(Doors.control(
                                "POST",
                                "/contacts/" + id + "/merge",
                                "{\"as\":\"backoffice\",\"into\":\"" + JAN + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(get("/contacts(" + id + ")").json().path("_masterid_value").asString())
                .isEqualTo(JAN);
        assertThat(Doors.control("DELETE", "/contacts/" + id, "").status()).isEqualTo(204);
        assertThat(Doors.control("DELETE", "/contacts/" + id, "").status()).isEqualTo(404);
    }

    @Test
    void aBulkEditChangesManyAsOnePersonByAPattern() {
        var initiator = "51000000-0000-4000-8000-0000000000aa";
        var edited = Doors.control(
                "POST",
                "/contacts/bulk-edits",
                "{\"as\":\"backoffice\",\"initiator\":\"" + initiator
                        + "\",\"from\":10,\"count\":50,\"changes\":{\"jobtitle\":\"Row {n}\",\"lastname\":\"{old}\"}}");
        assertThat(edited.json().path("contacts").asInt()).as(edited.body()).isEqualTo(50);
        var changed = rows(get("/contacts?$filter=startswith(jobtitle,'Row%20')"));
        assertThat(changed).hasSize(50).allSatisfy(row -> {
            assertThat(row.path("_modifiedby_value").asString()).isEqualTo(initiator);
            assertThat(row.path("lastname").asString()).isNotEmpty();
        });
        assertThat(changed.stream().map(row -> row.path("jobtitle").asString())).contains("Row 0", "Row 49");
    }

    @Test
    void signingInToThePortalWritesTheClaimsOfTheTokenBack() {
        edit(JAN, "{\"lastname\":\"Svoboda\"}");
        Doors.control("POST", "/contacts/" + JAN + "/portal-sign-ins", "{\"claims\":{\"lastname\":\"Novák\"}}");
        assertThat(lastName()).isEqualTo("Novák");
        edit(JAN, "{\"lastname\":\"Svoboda\"}");
        Doors.control("POST", "/contacts/" + JAN + "/portal-sign-ins", "{}");
        var row = get("/contacts(" + JAN + ")").json();
        assertThat(row.path("lastname").asString()).isEqualTo("Novák");
        assertThat(row.path("_modifiedby_value").asString()).isEqualTo("51000000-0000-4000-8000-000000000001");
    }

    @Test
    void theClassicFlowWritesToTheDirectoryByItself() {
        settings("{\"classicFlow\":true}");
        edit(JAN, "{\"jobtitle\":\"Baker\"}");
        edit(JAN, "{\"lastname\":\"Svoboda\"}");
        await().atMost(SOON).until(() -> patches().size() == 1);
        var patch = patches().get(0);
        assertThat(patch.path("appId").asString()).isEqualTo("a0000000-0000-4000-8000-000000000007");
        assertThat(patch.path("path").asString()).endsWith("/users/" + JANS_USER);
        assertThat(patch.path("status").asInt()).isEqualTo(204);
        assertThat(Doors.get("/sandbox/api/history/users/" + JANS_USER).body())
                .contains("Svoboda")
                .contains("Power Automate");
    }

    @Test
    void aMappingCanBeCheckedAgainstTheColumns() {
        var columns = rows(get("/EntityDefinitions(LogicalName='contact')/Attributes?$select=LogicalName,MaxLength"));
        assertThat(columns).anySatisfy(column -> {
            assertThat(column.path("LogicalName").asString()).isEqualTo("lastname");
            assertThat(column.path("MaxLength").asInt()).isEqualTo(50);
        });
        assertThat(get("/EntityDefinitions(LogicalName='contact')")
                        .json()
                        .path("ChangeTrackingEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(get("/EntityDefinitions(LogicalName='shoe')").status()).isEqualTo(404);
    }

    private static JsonNode patches() {
        return Doors.get("/sandbox/api/journal?kind=graph&method=PATCH").json().path("entries");
    }

    private static String lastName() {
        return get("/contacts(" + JAN + ")").json().path("lastname").asString();
    }
}
