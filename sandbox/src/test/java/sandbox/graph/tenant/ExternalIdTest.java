package sandbox.graph.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.Answer;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** The customers' tenant of the kind External ID: what it knows, what it refuses (facts §0.1, §5). */
class ExternalIdTest {

    private static final String JAN = "c1000000-0000-4000-8000-000000000007";
    private static final String OTTO = "c1000000-0000-4000-8000-000000000002";
    private static final String NUMBER = "extension_c1ae0000000040008000000000000003_CustomerNumber";
    private static final String EVENTUAL = "ConsistencyLevel";

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.external();
    }

    @Test
    void theOrganizationTellsItsKindAndItsDomain() {
        var organization = portal.get("/organization").items().findFirst().orElseThrow();

        assertThat(organization.path("tenantType").asString()).isEqualTo("CIAM");
        assertThat(organization.path("verifiedDomains").path(0).path("name").asString())
                .isEqualTo("fabrikamcustomers.onmicrosoft.com");
    }

    @Test
    void itHasCustomersOfItsOwn() {
        assertThat(portal.get("/users?$top=999").items()).hasSize(210);
        assertThat(portal.get("/users/" + JAN + "?$select=" + NUMBER)
                        .json()
                        .path(NUMBER)
                        .asString())
                .isEqualTo("F-900007");
        assertThat(GraphClient.portal().get("/users/" + JAN).status()).isEqualTo(404);
        assertThat(StartedSandbox.get("/sandbox/api/people?tenant=" + StartedSandbox.EXTERNAL_CUSTOMERS)
                        .text())
                .contains("otto-one-time-code", "F-900002");
    }

    @Test
    void customAttributesBelongToItsOwnExtensionsApp() {
        var holder = portal.get("/applications?$filter=startsWith(displayName,'b2c-extensions-app')&$select=id,appId");

        assertThat(holder.all("appId")).containsExactly("c1ae0000-0000-4000-8000-000000000003");
        assertThat(portal.get("/applications/" + holder.all("id").getFirst() + "/extensionProperties")
                        .all("name"))
                .contains(NUMBER)
                .hasSize(7);
    }

    @Test
    void whoSignsInWithMailedCodesIsFoundByTheAddressAndHasNoPassword() {
        var found = portal.filter(
                "identities/any(c:c/issuerAssignedId eq 'otto.reinholt@example.com' and c/issuer eq 'mail')");

        assertThat(found.all("id")).containsExactly(OTTO);
        assertThat(portal.get("/users/" + OTTO + "/authentication/methods").items())
                .isEmpty();
    }

    @Test
    void deltaIsRefused() {
        assertThat(portal.get("/users/delta").text())
                .contains("Change enumeration is not supported for requested tenant.");
    }

    @Test
    void advancedQueriesAreRefusedUntilTheyAreSwitchedOn() {
        assertThat(advanced().status()).isEqualTo(400);

        switchTo("{\"advancedQueries\":true}");
        assertThat(advanced().all("id")).contains(JAN);
        assertThat(GraphClient.portal()
                        .get("/users?$count=true&$filter=endsWith(mail,'@example.com')", EVENTUAL, "eventual")
                        .status())
                .isEqualTo(400);

        StartedSandbox.reset();
        assertThat(advanced().status()).isEqualTo(400);
    }

    @Test
    void authenticatorCodesAreNotOfferedUntilTheyAreSwitchedOn() {
        var path = "/users/" + JAN + "/authentication/softwareOathMethods";
        assertThat(portal.get(path).status()).isEqualTo(400);
        assertThat(portal.get(path).text()).contains("not supported in this tenant");

        switchTo("{\"methods\":[\"SoftwareOATH\"]}");
        assertThat(portal.get(path).status()).isEqualTo(200);
        assertThat(portal.get("/users/" + JAN + "/authentication/phoneMethods").status())
                .isEqualTo(400);
    }

    @Test
    void aLocalAccountIsCreatedWithoutPoliciesAndWithALongPassword() {
        var created = portal.post("/users", """
                {"displayName":"Nia Long","accountEnabled":true,
                 "identities":[{"signInType":"emailAddress","issuer":"fabrikamcustomers.onmicrosoft.com",
                                "issuerAssignedId":"nia@example.com"}],
                 "passwordProfile":{"password":"%s"}}""".formatted("Xk7#".repeat(40)));

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var id = created.json().path("id").asString();
        assertThat(portal.get("/users/" + id + "?$select=creationType")
                        .json()
                        .path("creationType")
                        .asString())
                .isEqualTo("LocalAccount");
    }

    @Test
    void aMailedCodeNeedsAnAddress() {
        var refused = portal.post(
                "/users",
                "{\"displayName\":\"X\",\"identities\":[{\"signInType\":\"federated\",\"issuer\":\"mail\","
                        + "\"issuerAssignedId\":\"no address\"}]}");

        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void onlyWhatThereIsCanBeSwitched() {
        assertThat(StartedSandbox.control("PUT", "/tenants/nowhere.example", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(StartedSandbox.control("PUT", "/tenants/nowhere.example", "{\"methods\":[\"Telepathy\"]}")
                        .status())
                .isEqualTo(400);
    }

    private Answer advanced() {
        return portal.get("/users?$count=true&$top=999&$filter=endsWith(mail,'@example.com')", EVENTUAL, "eventual");
    }

    private static void switchTo(String json) {
        var answer = StartedSandbox.control("PUT", "/tenants/" + StartedSandbox.EXTERNAL_CUSTOMERS, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
