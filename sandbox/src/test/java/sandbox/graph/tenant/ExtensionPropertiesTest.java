package sandbox.graph.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Answer;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Creating and deleting custom attributes: facts §6. */
class ExtensionPropertiesTest {

    private static final String HELD = "/applications/b2ce1000-0000-4000-8000-000000000001/extensionProperties";
    private static final String SHOE_SIZE = Customers.PREFIX + "ShoeSize";
    private static final String JAN = "/users/" + Customers.JAN;

    private GraphClient portal;
    private GraphClient engineer;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
        engineer = GraphClient.setUp(StartedSandbox.CUSTOMERS);
    }

    @Test
    void anAttributeIsCreatedAndHoldsValuesAtOnce() {
        var answer = create("ShoeSize", "Integer");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("name").asString()).isEqualTo(SHOE_SIZE);
        assertThat(answer.header("Location")).get().asString().endsWith(id(answer));
        assertThat(engineer.get(HELD + "/" + id(answer)).json().path("dataType").asString())
                .isEqualTo("Integer");
        assertThat(portal.get(HELD).all("name")).contains(SHOE_SIZE);
        assertThat(wear("43").status()).isEqualTo(204);
        assertThat(shoeSize().asInt()).isEqualTo(43);
        assertThat(portal.filter(SHOE_SIZE + " eq 43").all("id")).containsExactly(Customers.JAN);
    }

    @Test
    void theValuesOfADeletedAttributeAreUnreadableUntilItIsThereAgain() {
        var shoeSize = create("ShoeSize", "Integer");
        wear("43");

        assertThat(engineer.delete(HELD + "/" + id(shoeSize)).status()).isEqualTo(204);

        assertThat(shoeSize().isMissingNode()).isTrue();
        assertThat(wear("44").message()).contains("are not available");
        assertThat(portal.filter(SHOE_SIZE + " eq 43").status()).isEqualTo(400);
        assertThat(engineer.delete(HELD + "/" + id(shoeSize)).status()).isEqualTo(404);

        create("ShoeSize", "Integer");
        assertThat(shoeSize().asInt()).isEqualTo(43);
    }

    @Test
    void anAttributeThatCameBackWithAnotherTypeDoesNotShowTheOldValues() {
        var shoeSize = create("ShoeSize", "Integer");
        wear("43");
        engineer.delete(HELD + "/" + id(shoeSize));

        create("ShoeSize", "String");

        assertThat(shoeSize().isMissingNode()).isTrue();
    }

    @Test
    void aSnapshotKeepsTheAttributesAsTheyWere() {
        var snapshot = StartedSandbox.control("POST", "/snapshot", "{}").text();
        create("ShoeSize", "Integer");

        StartedSandbox.control("POST", "/restore", snapshot);

        assertThat(portal.get(HELD).all("name")).hasSize(7).doesNotContain(SHOE_SIZE);
    }

    @Test
    void aNameCanBeTakenOnce() {
        create("ShoeSize", "Integer");

        var again = create("shoesize", "String");

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.message()).contains("An extension property exists with the name");
    }

    @Test
    void anotherApplicationHoldsItsOwn() {
        var own = "/applications(appId='a0000000-0000-4000-8000-000000000005')/extensionProperties";

        var answer = engineer.post(own, body("ShoeSize", "String"));

        assertThat(answer.json().path("name").asString())
                .isEqualTo("extension_a0000000000040008000000000000005_ShoeSize");
        assertThat(engineer.get(own).items()).hasSize(1);
        assertThat(portal.get(HELD).items()).hasSize(7);
        assertThat(engineer.get(HELD + "/" + id(answer)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"A b\",\"dataType\":\"String\",\"targetObjects\":[\"User\"]}",
                "{\"name\":\"A\",\"dataType\":\"Text\",\"targetObjects\":[\"User\"]}",
                "{\"name\":\"A\",\"dataType\":\"String\",\"targetObjects\":[]}",
                "{\"name\":\"A\",\"dataType\":\"String\",\"targetObjects\":[\"User\"],\"isMultiValued\":true}"
            })
    void whatIsNoAttributeIsRefused(String body) {
        assertThat(engineer.post(HELD, body).status()).isEqualTo(400);
    }

    @Test
    void aUserHasAHundredValuesAtMost() {
        IntStream.range(0, 101).forEach(number -> create("Value" + number, "Boolean"));

        assertThat(portal.patch("/users/" + Customers.NOAH_NO_MAIL, values(98)).status())
                .isEqualTo(204);
        var full = portal.patch("/users/" + Customers.NOAH_NO_MAIL, values(101));
        assertThat(full.status()).isEqualTo(400);
        assertThat(full.code()).isEqualTo("Directory_ResourceSizeExceeded");
    }

    @Test
    void onlyWhoMayChangeApplicationsMayCreateOrDelete() {
        assertThat(portal.post(HELD, body("ShoeSize", "String")).status()).isEqualTo(403);
        assertThat(portal.delete(HELD + "/a4000000-0000-4000-8000-000000000001").status())
                .isEqualTo(403);
    }

    private Answer create(String name, String type) {
        return engineer.post(HELD, body(name, type));
    }

    private Answer wear(String size) {
        return portal.patch(JAN, "{\"" + SHOE_SIZE + "\":" + size + "}");
    }

    private tools.jackson.databind.JsonNode shoeSize() {
        return portal.get(JAN + "?$select=id," + SHOE_SIZE).json().path(SHOE_SIZE);
    }

    private static String values(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "\"" + Customers.PREFIX + "Value" + number + "\":true")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String body(String name, String type) {
        return "{\"name\":\"%s\",\"dataType\":\"%s\",\"targetObjects\":[\"User\"]}".formatted(name, type);
    }

    private static String id(Answer answer) {
        return answer.json().path("id").asString();
    }
}
