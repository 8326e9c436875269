package sandbox.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.doors.Answer;
import sandbox.doors.Doors;
import tools.jackson.databind.JsonNode;

/** Contacts over the Web API. */
class ContactsTest {

    private static final String API = "/api/data/v9.2";
    private static final String JAN = "d0000000-0000-4000-8000-000000000010";
    private static final String NOBODY = "d0000000-0000-4000-8000-00000000ffff";

    @BeforeEach
    void startOver() {
        Doors.startOver();
    }

    @Test
    void nobodyEntersWithoutAToken() {
        var answer = Doors.get(API + "/contacts");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer authorization_uri=");
        assertThat(Doors.get(API + "/contacts", "Authorization", "Bearer nonsense")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aTokenForAnotherResourceDoesNotOpen() {
        var token = token("a0000000-0000-4000-8000-000000000012", "sandbox-dataverse-secret", "https://other.example");
        assertThat(Doors.get(API + "/WhoAmI", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anExpiredTokenDoesNotOpen() {
        var token = token();
        Doors.control("POST", "/clock", "{\"advanceSeconds\":3600}");
        assertThat(Doors.get(API + "/WhoAmI", "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theCallerLearnsWhoItIs() {
        var me = get("/WhoAmI").json();
        assertThat(me.path("UserId").asString()).isNotBlank();
        assertThat(me.path("OrganizationId").asString()).isNotBlank();
    }

    @Test
    void aContactShowsItsVersion() {
        var answer = get("/contacts(" + JAN + ")");
        assertThat(answer.header("OData-Version")).isEqualTo("4.0");
        var version = answer.json().path("versionnumber").asLong();
        assertThat(answer.header("ETag")).isEqualTo("W/\"" + version + "\"");
        assertThat(answer.json().path("@odata.etag").asString()).isEqualTo("W/\"" + version + "\"");
        assertThat(answer.json().path("fullname").asString()).isEqualTo("Jan Novák");
        assertThat(answer.json().path("modifiedon").asString()).matches("[0-9T:-]+Z");
    }

    @Test
    void aKnownVersionIsNotSentAgain() {
        var etag = get("/contacts(" + JAN + ")").header("ETag");
        assertThat(get("/contacts(" + JAN + ")", "If-None-Match", etag).status())
                .isEqualTo(304);
        patch(JAN, "{\"lastname\":\"Svoboda\"}");
        assertThat(get("/contacts(" + JAN + ")", "If-None-Match", etag).status())
                .isEqualTo(200);
    }

    @Test
    void aSelectionShowsOnlyItsColumnsAndTheKey() {
        var row = get("/contacts(" + JAN + ")?$select=lastname").json();
        assertThat(row.propertyNames())
                .containsExactlyInAnyOrder("@odata.context", "@odata.etag", "lastname", "contactid");
    }

    @Test
    void textsCompareWithoutRegardToCase() {
        assertThat(found("emailaddress1 eq 'JAN.NOVAK@EXAMPLE.COM'")).containsExactly(JAN);
        assertThat(found("startswith(emailaddress1,'JAN.NOV')")).containsExactly(JAN);
        assertThat(found("contains(emailaddress1,'an.novak@EX') and endswith(emailaddress1,'.com')"))
                .containsExactly(JAN);
    }

    @Test
    void conditionsCombine() {
        assertThat(found("lastname eq 'Novák' and not (firstname ne 'Jan')")).contains(JAN);
        assertThat(found("contactid eq " + JAN + " or firstname eq 'nobody is called this'"))
                .containsExactly(JAN);
        assertThat(found("mobilephone eq null")).isNotEmpty().doesNotContain(JAN);
        assertThat(found("mobilephone ne null")).contains(JAN);
    }

    @Test
    void aQuoteInATextIsDoubled() {
        assertThat(found("lastname eq 'O''Neil'")).containsExactly("d0000000-0000-4000-8000-000000000008");
    }

    @Test
    void versionsAndTimesCompare() {
        var version = get("/contacts(" + JAN + ")").json().path("versionnumber").asLong();
        assertThat(found("versionnumber ge " + version + " and versionnumber le " + version))
                .containsExactly(JAN);
        patch(JAN, "{\"lastname\":\"Svoboda\"}");
        assertThat(found("versionnumber gt " + (version + 1_000_000_000_000L))).isEmpty();
        assertThat(found("modifiedon gt 2020-01-01T00:00:00Z and statecode eq 0"))
                .contains(JAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shoesize eq 3",
                "lastname eq",
                "lastname eq Novak",
                "lastname near 'Novak'",
                "(lastname eq 'Novak'",
                "lastname eq 'Novak",
                "statecode eq 'open'",
                "modifiedon gt yesterday",
                "lastname eq 'a' lastname eq 'b'",
                "contactid eq 12",
                "contactid eq @missing",
                "contains(lastname)",
                "%"
            })
    void aWrongFilterIsRefusedInDataversesWords(String filter) {
        assertRefused(get("/contacts?$filter=" + Doors.escaped(filter)), 400, "0x80060888");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$skip=1",
                "$expand=x",
                "$top=many",
                "$orderby=shoesize",
                "$orderby=lastname%20up",
                "$skiptoken=x",
                "$select=shoesize"
            })
    void otherWrongOptionsAreRefusedToo(String option) {
        assertRefused(get("/contacts?" + option), 400, "0x80060888");
    }

    @Test
    void pagesFitTogether() {
        List<String> ids = new ArrayList<>();
        var page = get("/contacts?$select=lastname", "Prefer", "odata.maxpagesize=7");
        assertThat(page.header("Preference-Applied")).isEqualTo("odata.maxpagesize=7");
        ids.addAll(ids(page));
        while (page.json().has("@odata.nextLink")) {
            page = Doors.get(
                    page.json().path("@odata.nextLink").asString(),
                    "Authorization",
                    "Bearer " + token(),
                    "Prefer",
                    "odata.maxpagesize=7");
            ids.addAll(ids(page));
        }
        assertThat(ids).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    }

    @Test
    void topSwitchesPagingOff() {
        var answer = get("/contacts?$top=3&$orderby=lastname%20desc", "Prefer", "odata.maxpagesize=2");
        assertThat(ids(answer)).hasSize(3);
        assertThat(answer.json().has("@odata.nextLink")).isFalse();
    }

    @Test
    void theLatestChangeComesFirstWhenAskedSo() {
        patch(JAN, "{\"lastname\":\"Svoboda\"}");
        assertThat(ids(get("/contacts?$top=1&$orderby=modifiedon%20desc"))).containsExactly(JAN);
    }

    @Test
    void aChangeRaisesTheVersion() {
        var before = get("/contacts(" + JAN + ")").json().path("versionnumber").asLong();
        assertThat(patch(JAN, "{\"lastname\":\"Svoboda\",\"mobilephone\":null}").status())
                .isEqualTo(204);
        var row = get("/contacts(" + JAN + ")").json();
        assertThat(row.path("lastname").asString()).isEqualTo("Svoboda");
        assertThat(row.path("mobilephone").isNull()).isTrue();
        assertThat(row.path("versionnumber").asLong()).isGreaterThan(before);
    }

    @Test
    void aStaleVersionIsRefused() {
        var etag = get("/contacts(" + JAN + ")").header("ETag");
        assertThat(patch(JAN, "{\"lastname\":\"First\"}", "If-Match", etag).status())
                .isEqualTo(204);
        assertRefused(patch(JAN, "{\"lastname\":\"Second\"}", "If-Match", etag), 412, "0x80060882");
        assertThat(get("/contacts(" + JAN + ")").json().path("lastname").asString())
                .isEqualTo("First");
    }

    @Test
    void anExistingContactIsNotCreatedOnceMore() {
        assertRefused(patch(JAN, "{\"lastname\":\"X\"}", "If-None-Match", "*"), 412, "0x80040237");
    }

    @Test
    void aMissingContactIsMissing() {
        assertRefused(get("/contacts(" + NOBODY + ")"), 404, "0x80040217");
        assertRefused(patch(NOBODY, "{\"lastname\":\"X\"}", "If-Match", "*"), 404, "0x80040217");
        assertRefused(get("/contacts(nobody)"), 400, "0x80060888");
    }

    @Test
    void aWrongBodyIsRefused() {
        assertRefused(patch(JAN, "{\"shoesize\":\"3\"}"), 400, "0x80048d19");
        assertRefused(patch(JAN, "{\"versionnumber\":3}"), 400, "0x80048d19");
        assertRefused(patch(JAN, "{\"lastname\":3}"), 400, "0x80048d19");
        assertRefused(patch(JAN, "{\"statecode\":7}"), 400, "0x80048d19");
        assertRefused(patch(JAN, "{\"lastname\":\"" + "x".repeat(51) + "\"}"), 400, "0x80044331");
        assertRefused(patch(JAN, "{broken"), 400, "0x80048d19");
        assertRefused(patch(JAN, "[]"), 400, "0x80048d19");
    }

    @Test
    void serviceProtectionSpeaksDataversesWords() {
        Doors.control(
                "POST",
                "/faults",
                "{\"kind\":\"dataverse\",\"action\":\"status\",\"status\":429,\"retryAfter\":\"5\",\"count\":1}");
        var answer = get("/contacts(" + JAN + ")");
        assertRefused(answer, 429, "0x80072322");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(get("/contacts(" + JAN + ")").status()).isEqualTo(200);
    }

    private static List<String> found(String filter) {
        return ids(get("/contacts?$select=lastname&$filter=" + Doors.escaped(filter)));
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("value").valueStream().map(ContactsTest::id).toList();
    }

    private static String id(JsonNode row) {
        return row.path("contactid").asString();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("error").path("code").asString()).isEqualTo(code);
        assertThat(answer.json().path("error").path("message").asString()).isNotBlank();
    }

    private static Answer get(String path, String... headers) {
        return Doors.send("GET", API + path, "", withToken(headers));
    }

    private static Answer patch(String id, String body, String... headers) {
        return Doors.send("PATCH", API + "/contacts(" + id + ")", body, withToken(headers));
    }

    private static String[] withToken(String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", "Bearer " + token(), "Content-Type", "application/json"));
        return all.toArray(String[]::new);
    }

    private static String token() {
        return token("a0000000-0000-4000-8000-000000000012", "sandbox-dataverse-secret", Doors.root());
    }

    private static String token(String app, String secret, String resource) {
        var fields = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                app,
                "client_secret",
                secret,
                "scope",
                resource + "/.default");
        return Doors.form("/" + Doors.EMPLOYEES + "/oauth2/v2.0/token", fields)
                .json()
                .path("access_token")
                .asString();
    }
}
