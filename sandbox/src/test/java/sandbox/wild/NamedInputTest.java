package sandbox.wild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Inputs that broke something once, and values that look like a part of a query. */
class NamedInputTest {

    private GraphClient portal;

    @BeforeEach
    void startOver() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Neil",
                "''",
                "' or 1 eq 1 or displayName eq '",
                "x' or '1' eq '1",
                "(brackets)",
                "startsWith(displayName,'')",
                "100%",
                "%27",
                "a&$top=1",
                "a+b",
                "#EXT#",
                "a,b;c=d?e/f\\g",
                "null",
                "日本語 \uD83D\uDE00"
            })
    void aValueFindsExactlyTheOneWhoHasIt(String value) {
        portal.patch(jan(), "{\"displayName\":\"%1$s\",\"%2$s\":\"%1$s\"}".formatted(json(value), Customers.NUMBER));

        for (var property : List.of("displayName", Customers.NUMBER)) {
            var found = portal.filter(property + " eq '" + value.replace("'", "''") + "'");
            assertThat(found.all("id")).as(found.text()).containsExactly(Customers.JAN);
        }
        assertThat(portal.filter("startsWith(displayName,'" + value.replace("'", "''") + "')")
                        .all("id"))
                .containsExactly(Customers.JAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"o'neil@example.com", "a+b@example.com", "a%27@example.com", "a&b@example.com", "(a)@example.com"
            })
    void anAddressFindsExactlyTheOneWhoSignsInWithIt(String address) {
        portal.patch(
                jan(),
                "{\"identities\":[{\"signInType\":\"emailAddress\",\"issuer\":\"%s\",\"issuerAssignedId\":\"%s\"}]}"
                        .formatted(Customers.ISSUER, address));

        var found = portal.filter("identities/any(c:c/issuerAssignedId eq '%s' and c/issuer eq '%s')"
                .formatted(address.replace("'", "''"), Customers.ISSUER));

        assertThat(found.all("id")).as(found.text()).containsExactly(Customers.JAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "a\\ud83d", "\\ude00\\ud83d"})
    void halfACharacterIsRefusedAtEveryDoor(String half) {
        var body = "{\"displayName\":\"" + half + "\"}";

        assertThat(portal.patch(jan(), body).status()).isEqualTo(400);
        assertThat(portal.patch(jan(), "{\"" + half + "\":1}").code()).isEqualTo("BadRequest");
        assertThat(portal.post(
                                "/$batch",
                                "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users/" + half + "\"}]}")
                        .status())
                .isEqualTo(400);
        assertThat(StartedSandbox.control("PUT", "/employees/kim", "{\"roles\":[\"" + half + "\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(StartedSandbox.get("/sandbox/api/employees").status()).isEqualTo(200);
    }

    @Test
    void aWholeCharacterOutsideTheBasicPlaneIsTaken() {
        assertThat(portal.patch(jan(), "{\"displayName\":\"\\ud83d\\ude00\"}").status())
                .isEqualTo(204);
        assertThat(portal.get(jan()).json().path("displayName").asString()).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void aYearThatNoAnswerCouldTellIsRefused() {
        for (var time : List.of("+999999999-12-31T23:59:59Z", "9999-12-31T23:59:59-18:00", "-0001-01-01T00:00:00Z")) {
            assertThat(portal.patch(jan(), "{\"" + Customers.PREFIX + "MemberSince\":\"" + time + "\"}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aBatchBringsNoEndlessAddress() {
        var filter = IntStream.range(0, 50_000).mapToObj(i -> "id%20eq%20'x'").collect(Collectors.joining("%20or%20"));
        var answer = portal.post(
                "/$batch",
                "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users?$filter=" + filter + "\"}]}");

        assertThat(answer.json().path("responses").path(0).path("status").asInt())
                .isEqualTo(400);
    }

    @Test
    void theNameOfAnAttributeHoldsNoLineBreak() {
        assertThat(portal.get("/users?$select=extension_a%0Ab").status()).isEqualTo(400);
    }

    @Test
    void graphAnswersUnderItsOwnNameOnly() {
        try (var wire = new Wire()) {
            for (var root :
                    List.of("/%761.0/users", "//v1.0/users", "/x/../v1.0/users", "/v1.0;a=b/users", "/v1.0/../v1.0")) {
                assertThat(wire.send("GET", root, List.of("X-Nothing: x"), new byte[0])
                                .status())
                        .as(root)
                        .isBetween(400, 499);
            }
        }
    }

    @Test
    void theClockGoesNoFartherThanTimeItself() {
        assertThat(StartedSandbox.control("POST", "/clock", "{\"advanceSeconds\":9223372036854775807}")
                        .status())
                .isEqualTo(400);
        assertThat(portal.get(jan()).status()).isEqualTo(200);
    }

    private static String jan() {
        return "/users/" + Customers.JAN;
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
