package sandbox.graph.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Facts §6. */
class UserFlowAttributesTest {

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
    }

    @Test
    void builtInAndCustomAttributesAreListedWithTheirTypes() {
        var answer = GraphClient.portal().get("/identity/userFlowAttributes");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.all("id")).contains("City", Customers.NUMBER, Customers.PREFIX + "LoyaltyPoints");
        assertThat(answer.items().filter(each -> each.path("id").asString().equals(Customers.PREFIX + "LoyaltyPoints")))
                .singleElement()
                .satisfies(points -> {
                    assertThat(points.path("dataType").asString()).isEqualTo("int64");
                    assertThat(points.path("userFlowAttributeType").asString()).isEqualTo("custom");
                    assertThat(points.path("displayName").asString()).isEqualTo("LoyaltyPoints");
                });
    }

    @Test
    void oneIsReadByItsId() {
        var answer = GraphClient.portal().get("/identity/userFlowAttributes/City");

        assertThat(answer.json().path("userFlowAttributeType").asString()).isEqualTo("builtIn");
        assertThat(GraphClient.portal()
                        .get("/identity/userFlowAttributes/Nothing")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void withoutThePermissionTheyAreClosed() {
        assertThat(GraphClient.reader().get("/identity/userFlowAttributes").status())
                .isEqualTo(403);
    }
}
