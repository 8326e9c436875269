package sandbox.graph.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Facts §6. */
class UserFlowAttributesTest {

    private static final String PATH = "/identity/userFlowAttributes";

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

    @Test
    void oneIsCreatedDescribedAndDeleted() {
        var engineer = GraphClient.setUp(StartedSandbox.CUSTOMERS);
        var hobby = PATH + "/" + Customers.PREFIX + "Hobby";

        var answer = engineer.post(PATH, "{\"displayName\":\"Hobby\",\"description\":\"x\",\"dataType\":\"string\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("id").asString()).isEqualTo(Customers.PREFIX + "Hobby");
        assertThat(engineer.patch(hobby, "{\"description\":\"What she does on Sundays\"}")
                        .status())
                .isEqualTo(204);
        assertThat(engineer.get(hobby).json().path("description").asString()).isEqualTo("What she does on Sundays");
        assertThat(engineer.delete(hobby).status()).isEqualTo(204);
        assertThat(engineer.get(hobby).status()).isEqualTo(404);
    }

    /** Only when a flow uses it, which no sandbox has, does it hold values. */
    @Test
    void oneThatNoFlowUsesHoldsNoValues() {
        GraphClient.setUp(StartedSandbox.CUSTOMERS).post(PATH, "{\"displayName\":\"Hobby\",\"dataType\":\"string\"}");

        assertThat(GraphClient.portal()
                        .patch("/users/" + Customers.JAN, "{\"" + Customers.PREFIX + "Hobby\":\"Chess\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void oneThatHoldsValuesIsDeletedWithTheAttribute() {
        var engineer = GraphClient.setUp(StartedSandbox.CUSTOMERS);

        assertThat(engineer.delete(PATH + "/" + Customers.BRAND).status()).isEqualTo(204);

        var jan = GraphClient.portal().get("/users/" + Customers.JAN + "?$select=id," + Customers.BRAND);
        assertThat(jan.json().has(Customers.BRAND)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"displayName\":\"City\",\"dataType\":\"string\"}",
                "{\"displayName\":\"Brand\",\"dataType\":\"string\"}",
                "{\"displayName\":\"Hobby\",\"dataType\":\"text\"}",
                "{\"dataType\":\"string\"}"
            })
    void whatIsThereAlreadyOrIsNoneIsRefused(String body) {
        assertThat(GraphClient.setUp(StartedSandbox.CUSTOMERS).post(PATH, body).status())
                .isEqualTo(400);
    }

    @Test
    void whatIsBuiltInStays() {
        assertThat(GraphClient.setUp(StartedSandbox.CUSTOMERS)
                        .delete(PATH + "/City")
                        .status())
                .isEqualTo(400);
        assertThat(GraphClient.portal().delete(PATH + "/City").status()).isEqualTo(403);
    }
}
