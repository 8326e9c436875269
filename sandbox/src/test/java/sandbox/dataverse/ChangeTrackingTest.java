package sandbox.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static sandbox.dataverse.WebApi.JAN;
import static sandbox.dataverse.WebApi.MARIA;
import static sandbox.dataverse.WebApi.edit;
import static sandbox.dataverse.WebApi.get;
import static sandbox.dataverse.WebApi.rows;
import static sandbox.dataverse.WebApi.send;
import static sandbox.dataverse.WebApi.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.doors.Answer;
import sandbox.doors.Doors;
import tools.jackson.databind.JsonNode;

/** Change tracking on contacts: everything once, then only what changed. */
class ChangeTrackingTest {

    private static final String FIRST = "/contacts?$select=lastname,versionnumber";
    private static final String TRACK = "odata.track-changes";

    @BeforeEach
    @AfterEach
    void startOver() {
        Doors.startOver();
    }

    @Test
    void theFirstAnswerHasEverybodyAndALink() {
        var answer = get(FIRST, "Prefer", TRACK);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Preference-Applied")).isEqualTo(TRACK);
        assertThat(rows(answer)).hasSize(415);
        assertThat(versions(rows(answer))).isSorted();
        assertThat(deltaLink(answer))
                .matches(".*/api/data/v9\\.2/contacts\\?\\$select=lastname%2Cversionnumber"
                        + "&\\$deltatoken=\\d+%21\\d\\d%2f\\d\\d%2f\\d{4}%20\\d\\d%3a\\d\\d%3a\\d\\d");
        assertThat(answer.json().path("@odata.context").asString()).doesNotContain("$delta");
    }

    @Test
    void theNextAnswerHasWhatChangedByVersionAndThenWhatWasDeleted() {
        var link = deltaLink(get(FIRST, "Prefer", TRACK));
        assertThat(rows(get(link))).isEmpty();
        send("DELETE", "/contacts(" + MARIA + ")", "");
        edit(JAN, "{\"lastname\":\"Svoboda\"}");
        var created = create("{\"lastname\":\"Nowak\"}");
        edit(JAN, "{\"lastname\":\"Dvořák\"}");
        var answer = get(link);
        assertThat(answer.json().path("@odata.context").asString())
                .endsWith("(lastname,versionnumber,contactid)/$delta");
        var rows = rows(answer);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).path("contactid").asString()).isEqualTo(created);
        assertThat(rows.get(1).path("lastname").asString()).isEqualTo("Dvořák");
        assertThat(rows.get(1).path("@odata.etag").asString()).startsWith("W/");
        assertThat(rows.get(2).path("id").asString()).isEqualTo(MARIA);
        assertThat(rows.get(2).path("reason").asString()).isEqualTo("deleted");
        assertThat(rows.get(2).path("@odata.context").asString()).endsWith("$metadata#contacts/$deletedEntity");
        assertThat(rows(get(deltaLink(answer)))).isEmpty();
    }

    @Test
    void whatWasCreatedAndDeletedBetweenTwoLooksIsStillToldAsDeleted() {
        var link = deltaLink(get(FIRST, "Prefer", TRACK));
        var created = create("{\"lastname\":\"Nowak\"}");
        send("DELETE", "/contacts(" + created + ")", "");
        assertThat(rows(get(link))).singleElement().satisfies(row -> {
            assertThat(row.path("id").asString()).isEqualTo(created);
            assertThat(row.path("reason").asString()).isEqualTo("deleted");
        });
    }

    @Test
    void pagesBringEverybodyOnceAndWhatChangesMeanwhileComesWithTheNextWalk() {
        var page = get(FIRST, "Prefer", TRACK + ",odata.maxpagesize=100");
        assertThat(page.header("Preference-Applied")).isEqualTo(TRACK + ",odata.maxpagesize=100");
        edit(MARIA, "{\"lastname\":\"Moved\"}");
        List<JsonNode> seen = new ArrayList<>(rows(page));
        while (page.json().has("@odata.nextLink")) {
            assertThat(page.json().has("@odata.deltaLink")).isFalse();
            assertThat(rows(page)).hasSize(100);
            page = get(page.json().path("@odata.nextLink").asString(), "Prefer", TRACK + ",odata.maxpagesize=100");
            seen.addAll(rows(page));
        }
        assertThat(seen).hasSize(415);
        assertThat(new HashSet<>(ids(seen))).hasSize(415);
        assertThat(rows(get(deltaLink(page))))
                .singleElement()
                .satisfies(row -> assertThat(row.path("lastname").asString()).isEqualTo("Moved"));
    }

    @Test
    void deletedRowsArePagedToo() {
        var link = deltaLink(get(FIRST, "Prefer", TRACK));
        for (var i = 0; i < 5; i++) {
            send("DELETE", "/contacts(" + create("{\"lastname\":\"Nowak\"}") + ")", "");
        }
        edit(JAN, "{\"lastname\":\"Svoboda\"}");
        assertThat(get(link.replace("contacts?", "contacts/$count?")).body()).isEqualTo("6");
        var first = get(link, "Prefer", "odata.maxpagesize=4");
        var second = get(first.json().path("@odata.nextLink").asString(), "Prefer", "odata.maxpagesize=4");
        assertThat(rows(first)).hasSize(4);
        assertThat(rows(second)).hasSize(2);
        assertThat(second.json().has("@odata.deltaLink")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$filter=lastname eq 'x'", "$orderby=lastname", "$expand=account", "$top=3"})
    void whatChangeTrackingCannotDoIsRefusedInItsWords(String option) {
        var name = option.substring(0, option.indexOf('='));
        var answer =
                get("/contacts?" + name + "=" + Doors.escaped(option.substring(name.length() + 1)), "Prefer", TRACK);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(message(answer))
                .isEqualTo("The \"" + name + "\" query parameter isn't supported when Change Tracking is enabled.");
    }

    @Test
    void aLinkExpiresAfterTheDaysOfTheOrganization() {
        var link = deltaLink(get(FIRST, "Prefer", TRACK));
        assertThat(rows(get("/organizations?$select=expirechangetrackingindays")))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.path("expirechangetrackingindays").asInt())
                                .isEqualTo(7));
        Doors.control("POST", "/clock", "{\"advanceSeconds\":" + (6 * 86_400) + "}");
        assertThat(get(link).status()).isEqualTo(200);
        Doors.control("POST", "/clock", "{\"advanceSeconds\":" + 2 * 86_400 + "}");
        var expired = get(link);
        assertThat(expired.status()).isEqualTo(400);
        assertThat(expired.json().path("error").path("code").asString()).isEqualTo("0x80044352");
        assertThat(message(expired)).contains("Please perform a full sync");
        settings("{\"dataverse\":{\"expiredTokenStatus\":410}}");
        assertThat(get(link).status()).isEqualTo(410);
        settings("{\"dataverse\":{\"changeTrackingDays\":30}}");
        assertThat(get(link).status()).isEqualTo(200);
    }

    @Test
    void aTableThatIsNotTrackedAndAReaderWhoMayNotReadAllAreRefused() {
        settings("{\"dataverse\":{\"changeTracking\":false}}");
        assertThat(get(FIRST, "Prefer", TRACK).status()).isEqualTo(400);
        assertThat(rows(get("/EntityDefinitions?$select=SchemaName&$filter=ChangeTrackingEnabled%20eq%20true")))
                .isEmpty();
        settings("{\"dataverse\":{\"changeTracking\":true,\"organizationRead\":false}}");
        assertThat(get(FIRST, "Prefer", TRACK).status()).isEqualTo(403);
        assertThat(rows(get("/EntityDefinitions?$select=SchemaName&$filter=ChangeTrackingEnabled%20eq%20true")))
                .singleElement()
                .satisfies(row -> assertThat(row.path("SchemaName").asString()).isEqualTo("Contact"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "12", "12!13/45/2026 00:00:00", "99999999999999999999!01/01/2026 00:00:00"})
    void aTokenThatIsNoneIsRefused(String token) {
        assertThat(get("/contacts?$deltatoken=" + Doors.escaped(token)).status())
                .isEqualTo(400);
    }

    @Test
    void aResetIsToldLikeAnyOtherChange() {
        var link = deltaLink(get(FIRST, "Prefer", TRACK));
        create("{\"lastname\":\"Nowak\"}");
        var later = deltaLink(get(link));
        Doors.startOver();
        var rows = rows(get(later));
        assertThat(rows).hasSize(416);
        assertThat(rows.getLast().path("reason").asString()).isEqualTo("deleted");
    }

    private static String create(String columns) {
        var created = send("POST", "/contacts", columns, "Prefer", "return=representation");
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json().path("contactid").asString();
    }

    private static String deltaLink(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("@odata.deltaLink").asString();
    }

    private static List<Long> versions(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("versionnumber").asLong()).toList();
    }

    private static List<String> ids(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("contactid").asString()).toList();
    }

    private static String message(Answer answer) {
        return answer.json().path("error").path("message").asString();
    }
}
