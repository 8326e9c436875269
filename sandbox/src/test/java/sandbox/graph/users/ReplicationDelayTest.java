package sandbox.graph.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Reads that lag behind writes: facts §11. */
class ReplicationDelayTest {

    private static final String JAN = "/users/" + Customers.JAN;

    private GraphClient portal;

    @BeforeEach
    void switchOn() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
        StartedSandbox.control("PUT", "/settings", "{\"replicationDelayMillis\":30000}");
    }

    @Test
    void aReadShowsTheOldValueUntilTheDelayIsOver() {
        portal.patch(JAN, "{\"city\":\"Praha\"}");
        assertThat(city()).isEqualTo("Brno");

        waitForReplication();

        assertThat(city()).isEqualTo("Praha");
    }

    @Test
    void aFilterSeesTheOldValueToo() {
        portal.patch(JAN, "{\"surname\":\"Zelený\"}");

        assertThat(portal.filter("surname eq 'Novák'").all("id")).contains(Customers.JAN);
        assertThat(portal.filter("surname eq 'Zelený'").items()).isEmpty();
        assertThat(portal.filter("startsWith(surname,'Nov')").all("id")).contains(Customers.JAN);
        assertThat(portal.filter("startsWith(surname,'Zel')").items()).isEmpty();
    }

    @Test
    void aNewUserIsNotFoundAtFirst() {
        var created = portal.post("/users", LifecycleTest.federated());
        var path = "/users/" + created.json().path("id").asString();
        assertThat(portal.get(path).status()).isEqualTo(404);

        waitForReplication();

        assertThat(portal.get(path).status()).isEqualTo(200);
    }

    @Test
    void aDeletedUserIsStillReadAtFirst() {
        portal.delete(JAN);
        assertThat(portal.get(JAN).status()).isEqualTo(200);

        waitForReplication();

        assertThat(portal.get(JAN).status()).isEqualTo(404);
    }

    @Test
    void writesAndUniquenessDoNotLag() {
        portal.patch(JAN, "{\"mail\":\"new.jan@example.com\"}");

        var refused = portal.patch("/users/" + Customers.PIA_PLUS, "{\"mail\":\"new.jan@example.com\"}");

        assertThat(refused.message()).contains("proxyAddresses");
    }

    @Test
    void thereAndBackAgainEndsWhereItBegan() {
        portal.patch(JAN, "{\"city\":\"Praha\"}");
        portal.patch(JAN, "{\"city\":\"Brno\"}");

        waitForReplication();

        assertThat(city()).isEqualTo("Brno");
    }

    private static void waitForReplication() {
        StartedSandbox.control("POST", "/clock", "{\"advanceSeconds\":31}");
    }

    private String city() {
        return portal.get(JAN + "?$select=city").json().path("city").asString("");
    }
}
