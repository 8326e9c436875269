package sandbox.graph.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** From the creation to the end of a user: facts §4.5 and §4.10. */
class LifecycleTest {

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void aLocalAccountIsCreatedWithAGeneratedPrincipalName() {
        var created = portal.post("/users", local("new@example.com"));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var id = created.json().path("id").asString();
        assertThat(created.header("Location")).contains(StartedSandbox.root() + "/v1.0/users/" + id);
        assertThat(created.json().path("userPrincipalName").asString()).isEqualTo(id + "@" + Customers.ISSUER);
        var read = portal.get("/users/" + id + "?$select=creationType,accountEnabled,identities")
                .json();
        assertThat(read.path("creationType").asString()).isEqualTo("LocalAccount");
        assertThat(read.path("accountEnabled").asBoolean()).isTrue();
        assertThat(read.path("identities")).hasSize(2);
    }

    @Test
    void aFederatedCustomerNeedsNoPassword() {
        assertThat(portal.post("/users", federated()).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"displayName", "passwordProfile", "passwordPolicies"})
    void whatALocalAccountNeedsMustBeThere(String missing) {
        var body = local("new@example.com").replace("\"" + missing + "\"", "\"@odata.without\"");

        var refused = portal.post("/users", body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        var detail = refused.json().path("error").path("details").path(0);
        assertThat(detail.path("target").asString()).isEqualTo(missing);
    }

    @Test
    void anAccountWithoutIdentitiesNeedsMore() {
        assertThat(portal.post("/users", "{\"displayName\":\"X\"}").status()).isEqualTo(400);
    }

    @Test
    void theSameAddressTwiceIsRefusedWithStatus400() {
        var refused = portal.post("/users", local("jan.novak@example.com"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message())
                .isEqualTo("Another object with the same value for property proxyAddresses already exists.");
    }

    @Test
    void aDeletedUserIsGoneFromTheListAndCanComeBack() {
        assertThat(portal.delete("/users/" + Customers.JAN).status()).isEqualTo(204);

        assertThat(portal.get("/users/" + Customers.JAN).status()).isEqualTo(404);
        assertThat(portal.filter("displayName eq 'Jan Novák'").items()).isEmpty();
        assertThat(portal.get("/directory/deletedItems/microsoft.graph.user?$select=id,deletedDateTime")
                        .all("id"))
                .containsExactly(Customers.JAN);
        assertThat(portal.get(deleted()).status()).isEqualTo(200);

        assertThat(portal.post(deleted() + "/restore", null).status()).isEqualTo(200);

        assertThat(portal.get("/users/" + Customers.JAN).status()).isEqualTo(200);
        assertThat(portal.filter("displayName eq 'Jan Novák'").all("id")).containsExactly(Customers.JAN);
    }

    @Test
    void theAddressOfADeletedUserIsFreeAndThenStandsInTheWayOfRestoring() {
        portal.delete("/users/" + Customers.JAN);
        assertThat(portal.post("/users", local("jan.novak@example.com")).status())
                .isEqualTo(201);

        var refused = portal.post(deleted() + "/restore", "{}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains("proxyAddresses");
    }

    @Test
    void afterThirtyDaysADeletedUserIsGoneForGood() {
        portal.delete("/users/" + Customers.JAN);
        StartedSandbox.control("POST", "/clock", "{\"advanceSeconds\":2600000}");
        portal = GraphClient.portal();

        assertThat(portal.get(deleted()).status()).isEqualTo(404);
        assertThat(portal.post(deleted() + "/restore", null).status()).isEqualTo(404);
    }

    @Test
    void aPurgedUserIsGoneForGood() {
        portal.delete("/users/" + Customers.JAN);

        assertThat(portal.delete(deleted()).status()).isEqualTo(204);
        assertThat(portal.get(deleted()).status()).isEqualTo(404);
    }

    @Test
    void nobodyIsDeletedTwice() {
        portal.delete("/users/" + Customers.JAN);

        assertThat(portal.delete("/users/" + Customers.JAN).status()).isEqualTo(404);
    }

    static String federated() {
        return "{\"displayName\":\"Fred\",\"identities\":[{\"signInType\":\"federated\",\"issuer\":\"google.com\","
                + "\"issuerAssignedId\":\"42\"}]}";
    }

    private static String deleted() {
        return "/directory/deletedItems/" + Customers.JAN;
    }

    private static String local(String address) {
        return "{\"displayName\":\"New Customer\",\"identities\":[{\"signInType\":\"emailAddress\",\"issuer\":\""
                + Customers.ISSUER + "\",\"issuerAssignedId\":\"" + address + "\"}],"
                + "\"passwordProfile\":{\"password\":\"Correct-Horse-9\",\"forceChangePasswordNextSignIn\":false},"
                + "\"passwordPolicies\":\"DisablePasswordExpiration\"}";
    }
}
