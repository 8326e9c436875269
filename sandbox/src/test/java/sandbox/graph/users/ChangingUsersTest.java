package sandbox.graph.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;
import tools.jackson.databind.JsonNode;

/** Facts §4.6 to §4.9 and §4.11. */
class ChangingUsersTest {

    private static final String JAN = "/users/" + Customers.JAN;

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void aChangeAnswersNothingAndIsReadAtOnce() {
        var answer = portal.patch(JAN, "{\"surname\":\"Dvořák\",\"" + Customers.BRAND + "\":\"Fabrikam\"}");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.text()).isEmpty();
        var jan = read("surname,displayName," + Customers.BRAND);
        assertThat(jan.path("surname").asString()).isEqualTo("Dvořák");
        assertThat(jan.path("displayName").asString()).isEqualTo("Jan Novák");
        assertThat(jan.path(Customers.BRAND).asString()).isEqualTo("Fabrikam");
    }

    @Test
    void whoWasChangedIsFoundByTheNewValueOnly() {
        portal.patch(JAN, "{\"" + Customers.NUMBER + "\":\"C-777777\",\"surname\":\"Zelený\"}");

        assertThat(portal.filter(Customers.NUMBER + " eq 'C-777777'").all("id")).containsExactly(Customers.JAN);
        assertThat(portal.filter(Customers.NUMBER + " eq 'C-900010'").items()).isEmpty();
        assertThat(portal.filter("startsWith(surname,'zel')").all("id")).containsExactly(Customers.JAN);
    }

    @Test
    void nullClearsAPropertyAndACustomAttribute() {
        assertThat(portal.patch(JAN, "{\"city\":null,\"" + Customers.BRAND + "\":null}")
                        .status())
                .isEqualTo(204);

        assertThat(read("city").path("city").isNull()).isTrue();
        assertThat(read("id," + Customers.BRAND).has(Customers.BRAND)).isFalse();
    }

    @Test
    void anEmptyListClearsACollection() {
        portal.patch(JAN, "{\"otherMails\":[\"jan@example.org\"]}");
        assertThat(read("otherMails").path("otherMails")).hasSize(1);

        portal.patch(JAN, "{\"otherMails\":[]}");

        assertThat(read("otherMails").path("otherMails")).isEmpty();
    }

    @Test
    void annotationsOfMicrosoftsOwnClientsChangeNothing() {
        var body = "{\"@odata.type\":\"#microsoft.graph.user\",\"city\":\"Praha\"}";

        assertThat(portal.patch(JAN, body).status()).isEqualTo(204);
    }

    @Test
    void everyTypeOfCustomAttributeCanBeWritten() {
        var p = "\"" + Customers.PREFIX;
        var body = "{" + p + "LoyaltyPoints\":-5," + p + "LifetimeValueCents\":\"9007199254740993\"," + p
                + "NewsletterOptIn\":false," + p + "MemberSince\":\"2026-02-03T04:05:06Z\"," + p
                + "LegacyKey\":\"AQID\"}";

        assertThat(portal.patch(JAN, body).status()).isEqualTo(204);

        var jan = read("id," + Customers.PREFIX + "LoyaltyPoints," + Customers.PREFIX + "LifetimeValueCents,"
                + Customers.PREFIX + "MemberSince");
        assertThat(jan.path(Customers.PREFIX + "LoyaltyPoints").asInt()).isEqualTo(-5);
        assertThat(jan.path(Customers.PREFIX + "LifetimeValueCents").asLong()).isEqualTo(9_007_199_254_740_993L);
        assertThat(jan.path(Customers.PREFIX + "MemberSince").asString()).isEqualTo("2026-02-03T04:05:06Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "displayName | null",
                "displayName | \"\"",
                "displayName | \"<script>\"",
                "displayName | 5",
                "accountEnabled | null",
                "accountEnabled | \"false\"",
                "usageLocation | \"gb\"",
                "usageLocation | \"GBR\"",
                "ageGroup | \"Old\"",
                "preferredLanguage | \"not a language\"",
                "mail | \"no address\"",
                "mail | \"žofie@example.com\"",
                "businessPhones | [\"1\",\"2\"]",
                "businessPhones | \"1\"",
                "otherMails | [\"no address\"]",
                "otherMails | [5]",
                "otherMails | {}",
                "passwordProfile | \"x\"",
                "passwordProfile | {\"nonsense\":1}",
                "passwordProfile | {\"password\":5}",
                "extension_b2ce0000000040008000000000000001_LoyaltyPoints | \"5\"",
                "extension_b2ce0000000040008000000000000001_LoyaltyPoints | 5.5",
                "extension_b2ce0000000040008000000000000001_LoyaltyPoints | 3000000000",
                "extension_b2ce0000000040008000000000000001_LifetimeValueCents | \"x\"",
                "extension_b2ce0000000040008000000000000001_NewsletterOptIn | \"yes\"",
                "extension_b2ce0000000040008000000000000001_MemberSince | \"yesterday\"",
                "extension_b2ce0000000040008000000000000001_LegacyKey | \"%%%\"",
                "extension_b2ce0000000040008000000000000001_Brand | 7"
            })
    void aWrongValueIsRefusedByTheNameOfItsProperty(String property, String value) {
        var refused = portal.patch(JAN, "{\"" + property + "\":" + value + "}");

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("Request_BadRequest");
        var detail = refused.json().path("error").path("details").path(0);
        assertThat(detail.path("code").asString()).isEqualTo("InvalidValue");
        assertThat(detail.path("target").asString()).isEqualTo(property);
    }

    @ParameterizedTest
    @CsvSource({
        "givenName,64",
        "surname,64",
        "city,128",
        "department,64",
        "streetAddress,1024",
        "postalCode,40",
        "companyName,64",
        "employeeId,16",
        "displayName,256",
        "extension_b2ce0000000040008000000000000001_Brand,250"
    })
    void aValueMayBeAsLongAsItsLimitAndNotLonger(String property, int longest) {
        assertThat(portal.patch(JAN, "{\"" + property + "\":\"" + "x".repeat(longest) + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(portal.patch(JAN, "{\"" + property + "\":\"" + "x".repeat(longest + 1) + "\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "createdDateTime", "proxyAddresses", "creationType", "signInSessionsValidFromDateTime"})
    void readOnlyPropertiesStayAsTheyAre(String property) {
        assertThat(portal.patch(JAN, "{\"" + property + "\":\"x\"}").message())
                .isEqualTo("Property '" + property + "' is read-only and cannot be set.");
    }

    @Test
    void unknownPropertiesAreRefused() {
        assertThat(portal.patch(JAN, "{\"shoeSize\":42}").status()).isEqualTo(400);
        assertThat(portal.patch(JAN, "{\"extension_x_y\":\"v\"}").message())
                .isEqualTo("The following extension properties are not available: extension_x_y.");
    }

    @Test
    void anUnknownUserCannotBeChanged() {
        var refused = portal.patch("/users/00000000-0000-4000-8000-000000000000", "{\"city\":\"Praha\"}");

        assertThat(refused.status()).isEqualTo(404);
    }

    @Test
    void whoIsBlockedReadsAsDisabled() {
        assertThat(portal.patch(JAN, "{\"accountEnabled\":false}").status()).isEqualTo(204);

        assertThat(read("accountEnabled").path("accountEnabled").asBoolean()).isFalse();
    }

    @Test
    void aStrongPasswordIsAcceptedAndLeavesNoTraceOfItself() {
        var body = "{\"passwordProfile\":{\"password\":\"Correct-Horse-9\",\"forceChangePasswordNextSignIn\":false}}";

        assertThat(portal.patch(JAN, body).status()).isEqualTo(204);

        assertThat(read("lastPasswordChangeDateTime")
                        .path("lastPasswordChangeDateTime")
                        .asString())
                .isNotEmpty();
        assertThat(StartedSandbox.get("/sandbox/api/history/users/" + Customers.JAN)
                        .text())
                .contains("passwordProfile")
                .doesNotContain("Correct-Horse-9");
        assertThat(StartedSandbox.get("/sandbox/api/journal?kind=graph").text()).doesNotContain("Correct-Horse-9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ab1!", "alllowercase", "NODIGITSORlower", "lower1234567", ""})
    void aWeakPasswordIsRefused(String password) {
        var refused = portal.patch(JAN, "{\"passwordProfile\":{\"password\":\"" + password + "\"}}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message())
                .isEqualTo("The specified password does not comply with password complexity requirements. Please"
                        + " provide a different password.");
    }

    @Test
    void aPasswordOfMoreThanSixtyFourCharactersIsRefused() {
        var password = "Aa1!" + "x".repeat(61);

        assertThat(portal.patch(JAN, "{\"passwordProfile\":{\"password\":\"" + password + "\"}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void revokingEndsTheSessionsBeforeNow() {
        var answer = portal.post(JAN + "/revokeSignInSessions", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("value").asBoolean()).isTrue();
        assertThat(read("signInSessionsValidFromDateTime")
                        .path("signInSessionsValidFromDateTime")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void aRefusedChangeChangesNothing() {
        portal.patch(JAN, "{\"city\":\"Ostrava\",\"mail\":\"tom.okafor@example.com\"}");

        assertThat(read("city").path("city").asString()).isEqualTo("Brno");
        assertThat(history()).isEmpty();
    }

    @Test
    void everyChangeStandsInTheHistoryWithItsAuthor() {
        portal.patch(JAN, "{\"city\":\"Praha\"}");
        GraphClient.sync().patch(JAN, "{\"city\":\"Plzeň\"}");

        assertThat(history()).hasSize(2);
        assertThat(history().path(0).path("by").asString()).isEqualTo("Latchkey portal");
        assertThat(history().path(1).path("by").asString()).isEqualTo("Latchkey sync");
        var city = history().path(1).path("changes").path("city");
        assertThat(city.path("before").asString()).isEqualTo("Praha");
        assertThat(city.path("after").asString()).isEqualTo("Plzeň");
    }

    private JsonNode read(String select) {
        return portal.get(JAN + "?$select=" + select).json();
    }

    private static JsonNode history() {
        return StartedSandbox.get("/sandbox/api/history/users/" + Customers.JAN)
                .json()
                .path("versions");
    }
}
