package sandbox.graph.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sandbox.Answer;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;
import tools.jackson.databind.JsonNode;

/** How customers sign in, and what no two of them share: facts §4.4 and §4.5. */
class IdentitiesTest {

    private static final String JAN = "/users/" + Customers.JAN;

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void identitiesAreReplacedAsAWholeAndTheHiddenOneStays() {
        assertThat(portal.patch(JAN, identities(email("jan.new@example.com"))).status())
                .isEqualTo(204);

        assertThat(read("identities").valueStream().map(IdentitiesTest::assigned))
                .containsExactlyInAnyOrder("jan.new@example.com", Customers.JAN + "@" + Customers.ISSUER);
        assertThat(byEmail("jan.new@example.com").all("id")).containsExactly(Customers.JAN);
        assertThat(byEmail("jan.novak@example.com").items()).isEmpty();
    }

    @Test
    void theHiddenIdentityRenamesTheUser() {
        var name = "jan.renamed@" + Customers.ISSUER;
        var both = email("jan.novak@example.com") + "," + identity("userPrincipalName", Customers.ISSUER, name);

        assertThat(portal.patch(JAN, identities(both)).status()).isEqualTo(204);

        assertThat(portal.get("/users/" + name).status()).isEqualTo(200);
    }

    @Test
    void aFederatedCustomerGetsNoLocalIdentity() {
        var refused = portal.patch("/users/" + Customers.FAY_FEDERATED, identities(email("fay@example.com")));

        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void anAddressThatSomebodySignsInWithIsTaken() {
        assertTaken(portal.patch(JAN, identities(email("PIA+shop@example.com"))), "proxyAddresses", Customers.PIA_PLUS);
    }

    @Test
    void aUserNameThatSomebodyHasIsTaken() {
        var name = identity("userName", Customers.ISSUER, "tomo");

        assertTaken(portal.patch(JAN, identities(name)), "identities", Customers.TOM_TWO_NAMES);
    }

    @Test
    void mailFeedsTheProxyAddressesAndCanConflict() {
        assertThat(portal.patch(JAN, "{\"mail\":\"jan.mail@example.com\"}").status())
                .isEqualTo(204);
        assertThat(read("proxyAddresses").valueStream().map(JsonNode::asString))
                .containsExactly("SMTP:jan.mail@example.com", "smtp:jan.novak@example.com");

        var refused = portal.patch(JAN, "{\"mail\":\"tom.okafor@example.com\"}");

        assertTaken(refused, "proxyAddresses", Customers.TOM_TWO_NAMES);
    }

    @ParameterizedTest
    @CsvSource({
        "emailAddress, no address",
        "userName,     -begins-wrongly",
        "userName,     has space",
        "phoneNumber,  0123",
        "nonsense,     x"
    })
    void aWrongIdentityIsRefused(String type, String id) {
        assertThat(portal.patch(JAN, identities(identity(type, Customers.ISSUER, id)))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{}", "null", "[{\"signInType\":\"emailAddress\"}]", "[5]", "\"x\""})
    void anythingButAListOfIdentitiesIsRefused(String value) {
        var refused = portal.patch(JAN, "{\"identities\":" + value + "}");

        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void anIdentityOfAnotherTenantIsRefused() {
        var foreign = identity("emailAddress", "other.onmicrosoft.com", "jan@example.com");

        assertThat(portal.patch(JAN, identities(foreign)).status()).isEqualTo(400);
    }

    @Test
    void moreThanTenIdentitiesAndMoreThanSixtyFourCharactersAreRefused() {
        var eleven = IntStream.range(0, 11)
                .mapToObj(i -> identity("userName", Customers.ISSUER, "jan" + i))
                .collect(Collectors.joining(","));
        var tooLong = identity("userName", Customers.ISSUER, "j".repeat(65));

        assertThat(portal.patch(JAN, identities(eleven)).status()).isEqualTo(400);
        assertThat(portal.patch(JAN, identities(tooLong)).status()).isEqualTo(400);
    }

    private JsonNode read(String property) {
        return portal.get(JAN + "?$select=" + property).json().path(property);
    }

    private Answer byEmail(String address) {
        return portal.filter(
                "identities/any(c:c/issuerAssignedId eq '" + address + "' and c/issuer eq '" + Customers.ISSUER + "')");
    }

    private static String assigned(JsonNode identity) {
        return identity.path("issuerAssignedId").asString();
    }

    private static String email(String address) {
        return identity("emailAddress", Customers.ISSUER, address);
    }

    private static String identity(String type, String issuer, String id) {
        return "{\"signInType\":\"" + type + "\",\"issuer\":\"" + issuer + "\",\"issuerAssignedId\":\"" + id + "\"}";
    }

    private static String identities(String items) {
        return "{\"identities\":[" + items + "]}";
    }

    private static void assertTaken(Answer answer, String property, String holder) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("Request_BadRequest");
        assertThat(answer.message())
                .isEqualTo("Another object with the same value for property " + property + " already exists.");
        var details = answer.json().path("error").path("details");
        assertThat(details.path(0).path("code").asString()).isEqualTo("ObjectConflict");
        assertThat(details.path(0).path("target").asString()).isEqualTo(property);
        assertThat(details.path(1).path("code").asString()).isEqualTo("ConflictingObjects");
        assertThat(details.path(1).path("target").asString()).isEqualTo(holder);
    }
}
