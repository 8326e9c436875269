package sandbox.graph.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;
import tools.jackson.databind.JsonNode;

/** Every property in answers has a name and a type that Graph's user has. */
class UserTypeTest {

    private static final Map<String, String> TYPES = types();
    private static final Map<String, String> CUSTOM = Map.of(
            "CustomerNumber", "Text",
            "Brand", "Text",
            "LoyaltyPoints", "Integer",
            "LifetimeValueCents", "Integer",
            "NewsletterOptIn", "Flag",
            "MemberSince", "Time",
            "LegacyKey", "Text");

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void everyUserHasOnlyPropertiesThatTheTypeHas() {
        var custom =
                CUSTOM.keySet().stream().map(name -> Customers.PREFIX + name).collect(Collectors.joining(","));

        portal.get("/users?$select=*&$top=999").items().forEach(UserTypeTest::assertOfType);
        portal.get("/users?$top=999&$select=id," + custom).items().forEach(UserTypeTest::assertOfType);
        assertOfType(portal.get("/users/" + Customers.JAN).json());
    }

    @Test
    void everyPropertyThatTheSandboxKnowsBelongsToTheType() {
        assertThat(TYPES.keySet()).containsAll(Properties.builtIn());
    }

    private static void assertOfType(JsonNode user) {
        Set.copyOf(user.propertyNames()).stream()
                .filter(name -> !name.startsWith("@odata."))
                .forEach(name -> assertThat(fits(type(name), user.path(name)))
                        .as(name + " = " + user.path(name))
                        .isTrue());
    }

    private static String type(String name) {
        return name.startsWith(Customers.PREFIX)
                ? Objects.requireNonNullElse(CUSTOM.get(name.substring(Customers.PREFIX.length())), "unknown")
                : Objects.requireNonNullElse(TYPES.get(name), "unknown");
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "Text" -> value.isNull() || value.isString();
            case "Flag" -> value.isNull() || value.isBoolean();
            case "Integer" -> value.isNull() || value.isIntegralNumber();
            case "Time" -> value.isNull() || Instant.parse(value.asString()) != null;
            case "Texts" -> value.isArray() && value.valueStream().allMatch(JsonNode::isString);
            case "Identities" ->
                value.isArray()
                        && value.valueStream()
                                .allMatch(identity -> Set.copyOf(identity.propertyNames())
                                        .equals(Set.of("signInType", "issuer", "issuerAssignedId")));
            case "Object" -> value.isNull() || value.isObject();
            default -> false;
        };
    }

    private static Map<String, String> types() {
        try (var lines = Objects.requireNonNull(UserTypeTest.class.getResourceAsStream("/user-type.txt"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
