package sandbox.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static sandbox.dataverse.WebApi.JAN;
import static sandbox.dataverse.WebApi.JANS_USER;
import static sandbox.dataverse.WebApi.edit;
import static sandbox.dataverse.WebApi.get;
import static sandbox.dataverse.WebApi.rows;
import static sandbox.dataverse.WebApi.send;
import static sandbox.dataverse.WebApi.settings;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.doors.Doors;
import tools.jackson.databind.JsonNode;

/** The table that says as whom a contact signs in. */
class ExternalIdentitiesTest {

    private static final String OF_JAN = "/adx_externalidentities?$filter=_adx_contactid_value%20eq%20" + JAN;

    @BeforeEach
    @AfterEach
    void startOver() {
        Doors.startOver();
    }

    @Test
    void everySeededContactHasTheRowOfItsUser() {
        var contacts = rows(get("/contacts?$select=adx_identity_username"));
        var identities = rows(get("/adx_externalidentities"));
        assertThat(contacts).hasSize(415);
        assertThat(pairs(identities, "_adx_contactid_value", "adx_username"))
                .isEqualTo(pairs(contacts, "contactid", "adx_identity_username"));
        assertThat(identities)
                .allSatisfy(
                        row -> assertThat(row.path("adx_identityprovidername").asString())
                                .startsWith("https://"));
    }

    @Test
    void pagesBringEveryRowOnce() {
        var page = get("/adx_externalidentities?$select=adx_username", "Prefer", "odata.maxpagesize=60");
        var seen = new HashSet<>(page.json().path("value").valueStream().toList());
        while (page.json().has("@odata.nextLink")) {
            page = get(page.json().path("@odata.nextLink").asString(), "Prefer", "odata.maxpagesize=60");
            seen.addAll(rows(page));
        }
        assertThat(seen).hasSize(415);
    }

    @Test
    void rowsAreFoundByContactAndByUserNameInTheCrowdToo() {
        var any = rows(get("/adx_externalidentities")).get(200);
        for (var filter : List.of(
                "_adx_contactid_value eq " + any.path("_adx_contactid_value").asString(),
                "adx_username eq '" + any.path("adx_username").asString() + "'")) {
            assertThat(rows(get("/adx_externalidentities?$filter=" + Doors.escaped(filter))))
                    .containsExactly(any);
        }
        assertThat(get("/adx_externalidentities("
                                + any.path("adx_externalidentityid").asString() + ")")
                        .json()
                        .path("adx_username")
                        .asString())
                .isEqualTo(any.path("adx_username").asString());
    }

    @Test
    void anEditOfTheUserNameLeavesTheRowAndDeletingTheContactTakesItAlong() {
        edit(JAN, "{\"adx_identity_username\":\"anything\"}");
        assertThat(rows(get(OF_JAN)))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.path("adx_username").asString()).isEqualTo(JANS_USER));
        send("DELETE", "/contacts(" + JAN + ")", "");
        assertThat(rows(get(OF_JAN))).isEmpty();
        assertThat(rows(get("/adx_externalidentities"))).hasSize(414);
    }

    @Test
    void rowsAreCreatedChangedAndDeleted() {
        var created = send(
                "POST",
                "/adx_externalidentities",
                "{\"adx_username\":\"somebody\",\"adx_identityprovidername\":\"https://google.com\","
                        + "\"adx_contactid@odata.bind\":\"/contacts(" + JAN + ")\"}");
        assertThat(created.status()).as(created.body()).isEqualTo(204);
        var place = created.header("OData-EntityId");
        assertThat(rows(get(OF_JAN))).hasSize(2);
        assertThat(send("PATCH", place, "{\"adx_contactid@odata.bind\":null}").status())
                .isEqualTo(204);
        assertThat(rows(get(OF_JAN))).hasSize(1);
        assertThat(send("PATCH", place, "{\"adx_shoesize\":\"4\"}").status()).isEqualTo(400);
        assertThat(send("DELETE", place, "").status()).isEqualTo(204);
        assertThat(get(place).status()).isEqualTo(404);
    }

    @Test
    void theControlApiSetsTheUserNamesOfAContact() {
        Doors.control("PUT", "/contacts/" + JAN + "/identities", "{\"userNames\":[\"one\",\"two\"]}");
        assertThat(rows(get(OF_JAN)).stream()
                        .map(row -> row.path("adx_username").asString()))
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void theEnhancedDataModelHasTheTableUnderAnotherName() {
        settings("{\"dataverse\":{\"externalIdentities\":\"mspp_externalidentity\"}}");
        assertThat(get("/adx_externalidentities").status()).isEqualTo(404);
        var rows = rows(get("/mspp_externalidentities?$filter=mspp_username%20eq%20'" + JANS_USER + "'"));
        assertThat(rows)
                .singleElement()
                .satisfies(row ->
                        assertThat(row.path("_mspp_contactid_value").asString()).isEqualTo(JAN));
    }

    private static java.util.Map<String, String> pairs(List<JsonNode> rows, String key, String value) {
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.path(key).asString(), row -> row.path(value).asString()));
    }
}
