package sandbox.graph.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Answer;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Reading one user and pages of many: facts §4.2 and §3.1. */
class FindingUsersTest {

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void withoutASelectionTheUsualPropertiesComeAndNoOthers() {
        var jan = portal.get("/users/" + Customers.JAN).json();

        assertThat(jan.propertyNames())
                .containsExactlyInAnyOrder(
                        "@odata.context",
                        "businessPhones",
                        "displayName",
                        "givenName",
                        "id",
                        "jobTitle",
                        "mail",
                        "mobilePhone",
                        "officeLocation",
                        "preferredLanguage",
                        "surname",
                        "userPrincipalName");
        assertThat(jan.path("@odata.context").asString())
                .isEqualTo(StartedSandbox.root() + "/v1.0/$metadata#users/$entity");
    }

    @Test
    void unsetPropertiesAreNullOrEmptyAndUnsetCustomOnesAreLeftOut() {
        var points = Customers.PREFIX + "LoyaltyPoints";

        var noah = portal.get("/users/" + Customers.NOAH_NO_MAIL + "?$select=id,mail,otherMails," + points)
                .json();

        assertThat(noah.path("mail").isNull()).isTrue();
        assertThat(noah.path("otherMails").isArray()).isTrue();
        assertThat(noah.has(points)).isFalse();
    }

    @Test
    void customAttributesOfEveryTypeKeepTheirType() {
        var names = List.of(
                "CustomerNumber", "LoyaltyPoints", "LifetimeValueCents", "NewsletterOptIn", "MemberSince", "LegacyKey");

        var jan = portal.get("/users/" + Customers.JAN + "?$select=" + Customers.PREFIX
                        + String.join("," + Customers.PREFIX, names))
                .json();

        assertThat(jan.path(Customers.NUMBER).asString()).isEqualTo("C-900010");
        assertThat(jan.path(Customers.PREFIX + "LoyaltyPoints").asInt()).isEqualTo(1250);
        assertThat(jan.path(Customers.PREFIX + "LifetimeValueCents").asLong()).isEqualTo(9_876_543_210L);
        assertThat(jan.path(Customers.PREFIX + "NewsletterOptIn").asBoolean()).isTrue();
        assertThat(jan.path(Customers.PREFIX + "MemberSince").asString()).isEqualTo("2021-05-04T09:30:00Z");
        assertThat(jan.path(Customers.PREFIX + "LegacyKey").asString()).isEqualTo("a2V5LTkwMDAxMA==");
    }

    @Test
    void aUserIsFoundByIdByPrincipalNameAndInParentheses() {
        var name = Customers.JAN + "@" + Customers.ISSUER;

        assertThat(idOf("/users/" + name)).isEqualTo(Customers.JAN);
        assertThat(idOf("/users('" + Customers.JAN + "')")).isEqualTo(Customers.JAN);
        assertThat(idOf("/users('" + name + "')")).isEqualTo(Customers.JAN);
        assertThat(idOf("/users(userPrincipalName='" + name + "')")).isEqualTo(Customers.JAN);
        assertThat(idOf("/users/" + Customers.JAN.toUpperCase(Locale.ROOT))).isEqualTo(Customers.JAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jan.novak@example.com", "nobody", "C-900010", "$count", "'", "(", "%25"})
    void nothingElseNamesAUser(String key) {
        assertThat(portal.get("/users/" + key).status()).isBetween(400, 404);
    }

    @Test
    void thePasswordIsNeverRead() {
        var jan = portal.get("/users/" + Customers.JAN + "?$select=id,passwordProfile")
                .json();

        assertThat(jan.path("passwordProfile").isNull()).isTrue();
    }

    @Test
    void anUnknownPropertyInTheSelectionIsRefusedUnlessItLooksCustom() {
        var refused = portal.get("/users?$select=id,shoeSize");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("Could not find a property named 'shoeSize'");
        assertThat(portal.get("/users?$select=id,extension_unknown&$top=1").status())
                .isEqualTo(200);
    }

    @Test
    void aPropertyOfSingleUsersIsNotImplementedForLists() {
        var refused = portal.get("/users?$select=aboutMe");

        assertThat(refused.status()).isEqualTo(501);
        assertThat(refused.code()).isEqualTo("NotImplemented");
        assertThat(portal.get("/users/" + Customers.JAN + "?$select=aboutMe").status())
                .isEqualTo(200);
    }

    @Test
    void signInActivityNeedsALicenceThatB2cDoesNotHave() {
        var refused = portal.get("/users?$select=id,signInActivity");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("Authentication_RequestFromNonPremiumTenantOrB2CTenant");
    }

    @Test
    void aListComesInPagesUntilEverybodyWasSeenOnce() {
        assertThat(pages("/users?$select=id&$top=70", "id")).hasSize(415).doesNotHaveDuplicates();
    }

    @Test
    void theAddressOfTheNextPageStaysOnThisServer() {
        var next = portal.get("/users?$top=2").json().path("@odata.nextLink").asString();

        assertThat(next).startsWith(StartedSandbox.root() + "/v1.0/users?");
    }

    @Test
    void aPageHoldsAHundredUnlessAskedOtherwise() {
        assertThat(portal.get("/users").items()).hasSize(100);
        assertThat(portal.get("/users?$top=999").items()).hasSize(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000", "many", ""})
    void anImpossiblePageSizeIsRefused(String top) {
        assertThat(portal.get("/users?$top=" + top).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "", "AAAA", "RFNwdAIAAQAAABYqYWRlbGVAY29udG9zby5jb20"})
    void aForeignPageTokenHasExpired(String token) {
        assertExpired(portal.get("/users?$skiptoken=" + token));
    }

    @Test
    void aPageTokenServesNoOtherList() {
        var next = portal.get("/users?$select=id&$top=2")
                .json()
                .path("@odata.nextLink")
                .asString();

        assertExpired(portal.get(next.replace("%24top=2", "%24top=3")));
    }

    @Test
    void aPageTokenDoesNotLastForEver() {
        var next = portal.get("/users?$select=id&$top=2")
                .json()
                .path("@odata.nextLink")
                .asString();
        StartedSandbox.control("POST", "/clock", "{\"advanceSeconds\":7200}");

        assertExpired(GraphClient.portal().get(next));
    }

    @Test
    void skippingAndExpandingAreNotSupported() {
        assertThat(portal.get("/users?$skip=10").status()).isEqualTo(400);
        assertThat(portal.get("/users?$expand=manager").code()).isEqualTo("ExpandNotSupported");
    }

    @Test
    void usersComeInTheOrderOfTheirNamesPageByPage() {
        var names = pages("/users?$select=displayName&$orderby=displayName&$top=100", "displayName");

        assertThat(names)
                .hasSize(415)
                .isSortedAccordingTo(Comparator.comparing((String name) -> name.toLowerCase(Locale.ROOT)));
        assertThat(pages("/users?$select=displayName&$orderby=displayName desc&$top=99", "displayName"))
                .isEqualTo(names.reversed());
    }

    @Test
    void filterAndOrderTogetherAreAnAdvancedQuery() {
        assertThat(portal.get("/users?$orderby=displayName&$filter=startsWith(displayName,'J')")
                        .status())
                .isEqualTo(400);
        assertThat(portal.get("/users?$orderby=createdDateTime").status()).isEqualTo(400);
        assertThat(portal.get("/users?$orderby=displayName sideways").status()).isEqualTo(400);
    }

    private List<String> pages(String first, String property) {
        var all = new ArrayList<String>();
        for (var next = first; !next.isEmpty(); ) {
            var page = portal.get(next);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            all.addAll(page.all(property));
            next = page.json().path("@odata.nextLink").asString("");
        }
        return all;
    }

    private String idOf(String path) {
        var answer = portal.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("id").asString();
    }

    private static void assertExpired(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("Directory_ExpiredPageToken");
    }
}
