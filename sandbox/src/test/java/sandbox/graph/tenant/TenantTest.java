package sandbox.graph.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** What a tenant says about itself: facts §0 no. 5, §2, §6 and §8. */
class TenantTest {

    private static final String HOLDER = "b2ce1000-0000-4000-8000-000000000001";

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void theOrganizationTellsItsKindAndItsDomain() {
        var organization = portal.get("/organization").items().findFirst().orElseThrow();

        assertThat(organization.path("tenantType").asString()).isEqualTo("AAD B2C");
        assertThat(organization.path("verifiedDomains").path(0).path("name").asString())
                .isEqualTo(Customers.ISSUER);
        assertThat(organization
                        .path("verifiedDomains")
                        .path(0)
                        .path("isInitial")
                        .asBoolean())
                .isTrue();
        assertThat(portal.get("/organization/" + StartedSandbox.CUSTOMERS + "?$select=id,tenantType")
                        .status())
                .isEqualTo(200);
        assertThat(portal.get("/organization?$select=nonsense").status()).isEqualTo(400);
    }

    @Test
    void theHolderOfCustomAttributesIsFoundByTheBeginningOfItsName() {
        var found = portal.get("/applications?$filter=startsWith(displayName,'b2c-extensions-app')&$select=id,appId");

        assertThat(found.all("appId")).containsExactly("b2ce0000-0000-4000-8000-000000000001");
        assertThat(found.all("id")).containsExactly(HOLDER);
    }

    @Test
    void itsCustomAttributesAreListedWithTheirTypes() {
        var attributes = portal.get("/applications/" + HOLDER + "/extensionProperties");

        assertThat(attributes.all("name")).contains(Customers.NUMBER, Customers.BRAND);
        assertThat(attributes.all("dataType"))
                .contains("String", "Integer", "LargeInteger", "Boolean", "DateTime", "Binary");
        assertThat(portal.post("/directoryObjects/getAvailableExtensionProperties", "{}")
                        .items())
                .hasSize(7);
        assertThat(portal.post("/directoryObjects/getAvailableExtensionProperties", "{\"isSyncedFromOnPremises\":true}")
                        .items())
                .isEmpty();
    }

    @Test
    void anApplicationTellsWhenItsSecretsEndButNotTheSecrets() {
        var answer =
                portal.get("/applications(appId='a0000000-0000-4000-8000-000000000001')?$select=passwordCredentials");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var credentials = answer.json().path("passwordCredentials");
        assertThat(credentials
                        .valueStream()
                        .map(credential -> credential.path("endDateTime").asString()))
                .contains("2099-12-31T00:00:00Z");
        assertThat(answer.text()).doesNotContain("sandbox-portal-secret");
    }

    @Test
    void anUnknownApplicationIsNotFound() {
        assertThat(portal.get("/applications(appId='00000000-0000-4000-8000-000000000000')")
                        .status())
                .isEqualTo(404);
        assertThat(portal.get("/applications?$filter=signInAudience eq 'x'").status())
                .isEqualTo(400);
    }

    @Test
    void anApplicationIsToldItsOwnRoles() {
        var path = "/memberOf/microsoft.graph.directoryRole?$select=id,roleTemplateId";

        assertThat(portal.get("/servicePrincipals/a2000000-0000-4000-8000-000000000001" + path)
                        .all("roleTemplateId"))
                .containsExactly("fe930be7-5e62-47db-91af-98c3a49a38b1");
        assertThat(portal.get("/servicePrincipals/a2000000-0000-4000-8000-000000000006" + path)
                        .items())
                .isEmpty();
        assertThat(portal.get("/servicePrincipals/00000000-0000-4000-8000-000000000000" + path)
                        .status())
                .isEqualTo(404);
        assertThat(GraphClient.reader()
                        .get("/servicePrincipals/a2000000-0000-4000-8000-000000000003" + path)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void administratorsAreToldByTheirRoles() {
        var path = "/memberOf/microsoft.graph.directoryRole";

        assertThat(portal.get("/users/" + Customers.JAN + path).items()).isEmpty();
        assertThat(portal.get("/users/" + Customers.ADA_ADMIN + path).all("displayName"))
                .containsExactly("Global Administrator");
    }
}
