package sandbox.wild;

import static org.assertj.core.api.Assertions.assertThat;
import static sandbox.wild.Requests.OF_BATCHES;
import static sandbox.wild.Requests.OF_CONTACTS;
import static sandbox.wild.Requests.OF_CONTROL;
import static sandbox.wild.Requests.OF_OTHERS;
import static sandbox.wild.Requests.OF_USERS;
import static sandbox.wild.Requests.TYPES;
import static sandbox.wild.Requests.batch;
import static sandbox.wild.Requests.dataverseQuery;
import static sandbox.wild.Requests.form;
import static sandbox.wild.Requests.formHeaders;
import static sandbox.wild.Requests.other;
import static sandbox.wild.Requests.path;
import static sandbox.wild.Requests.printable;
import static sandbox.wild.Requests.unharmed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever comes in, right, half right or nonsense: the sandbox answers, in the words of the service that it plays. */
class RandomInputTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final Wire wire = new Wire();

    @BeforeEach
    void startOver() {
        StartedSandbox.reset();
    }

    @AfterEach
    void theSandboxLivesOn() {
        wire.close();
        StartedSandbox.reset();
        assertThat(GraphClient.portal().get("/users/" + Customers.JAN).status()).isEqualTo(200);
        assertThat(StartedSandbox.get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void listsOfUsersAnswerAnyQuestion() {
        var bearer = bearer(GraphClient.portal());
        throwing(3_000, 1, dice -> graph("GET", "/v1.0/users" + dice.query(), dice, bearer, new byte[0]));
    }

    @Test
    void listsOfEmployeesAnswerAnyAdvancedQuestion() {
        var bearer = bearer(GraphClient.staff());
        throwing(
                1_000,
                2,
                dice -> graph(
                        "GET",
                        "/v1.0/users?$count=true&" + "$filter=" + dice.escaped(dice.filter(dice.below(4))),
                        dice,
                        bearer,
                        new byte[0]));
    }

    @Test
    void anyPathIsAnswered() {
        var bearer = bearer(GraphClient.portal());
        throwing(1_000, 3, dice -> {
            var method = dice.any("GET", "GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "get", "FROB");
            graph(method, path(dice) + dice.query(), dice, bearer, dice.body(OF_OTHERS));
        });
    }

    @Test
    void anyBodyIsAnswered() {
        var bearer = bearer(GraphClient.portal());
        throwing(2_000, 4, dice -> {
            var user = "/v1.0/users/" + Customers.JAN.substring(0, 34) + dice.any("10", "01", "03", "16", "99");
            switch (dice.below(4)) {
                case 0 -> graph("POST", "/v1.0/users", dice, bearer, dice.body(OF_USERS));
                case 1 -> graph("POST", other(user, dice), dice, bearer, dice.body(OF_OTHERS));
                default -> graph("PATCH", user, dice, bearer, dice.body(OF_USERS));
            }
        });
        assertThat(GraphClient.portal().get("/users?$top=999&$select=*").status())
                .isEqualTo(200);
    }

    @Test
    void anyBatchIsAnswered() {
        var bearer = bearer(GraphClient.portal());
        throwing(
                500,
                5,
                dice -> graph(
                        "POST", "/v1.0/$batch", dice, bearer, dice.once(3) ? dice.body(OF_BATCHES) : batch(dice)));
    }

    @Test
    void anyRequestForATokenIsAnswered() {
        throwing(1_000, 6, dice -> {
            var tenant =
                    dice.any(StartedSandbox.CUSTOMERS, Customers.ISSUER, "common", dice.escaped("x" + dice.text()));
            var reply = wire.send("POST", "/" + unharmed(tenant) + "/oauth2/v2.0/token", formHeaders(dice), form(dice));
            assertThat(reply.status()).as(reply.text()).isLessThan(500);
            if (reply.status() != 200 && reply.status() != 404) {
                assertThat(json(reply).path("error").isString())
                        .as(reply.text())
                        .isTrue();
            }
        });
    }

    @Test
    void anyRequestToDataverseIsAnswered() {
        var bearer = "Authorization: Bearer " + dataverseToken();
        throwing(1_000, 7, dice -> {
            var one = "(" + dice.any("d0000000-0000-4000-8000-000000000010", unharmed(dice.escaped(dice.text()))) + ")";
            var target = dice.any(
                    "/contacts",
                    "/contacts",
                    "/contacts" + one,
                    "/contacts/$count",
                    "/adx_externalidentities",
                    "/adx_externalidentities" + one,
                    "/organizations",
                    "/EntityDefinitions",
                    "/EntityDefinitions(LogicalName='contact')/Attributes",
                    "/Merge",
                    "/asyncoperations",
                    "/accounts",
                    one);
            var prefer = dice.any("odata.track-changes", "odata.maxpagesize=2", printable(dice.text()));
            var method = dice.any("GET", "GET", "PATCH", "PATCH", "POST", "DELETE");
            var reply = wire.send(
                    method,
                    "/api/data/v9.2" + target + dataverseQuery(dice),
                    List.of(bearer, "Content-Type: application/json", "Prefer: " + prefer),
                    dice.body(OF_CONTACTS));
            assertThat(reply.status()).as(reply.text()).isLessThan(500);
            if (reply.status() >= 400) {
                var error = json(reply).path("error");
                assertThat(error.path("code").isString()
                                && error.path("message").isString())
                        .as(reply.text())
                        .isTrue();
            }
        });
    }

    @Test
    void anyRequestToTheControlApiIsAnswered() {
        throwing(500, 8, dice -> {
            var target = dice.any(
                    "POST /faults",
                    "PUT /settings",
                    "POST /clock",
                    "POST /restore",
                    "PUT /employees/kim",
                    "POST /employee-token",
                    "POST /employees",
                    "POST /contacts/d0000000-0000-4000-8000-000000000010/edit",
                    "POST /contacts/d0000000-0000-4000-8000-000000000010/merge",
                    "POST /contacts/d0000000-0000-4000-8000-000000000010/portal-sign-ins",
                    "PUT /contacts/d0000000-0000-4000-8000-000000000010/identities",
                    "POST /contacts/bulk-edits",
                    "POST /contacts",
                    "GET /journal?limit=" + dice.any("5", "x", "-1", "99999999999"),
                    "GET /mailbox?since=" + dice.any("1", "x"),
                    "GET /history/users/" + unharmed(dice.escaped("x" + dice.text())));
            var space = target.indexOf(' ');
            var reply = wire.send(
                    target.substring(0, space),
                    "/sandbox/api" + target.substring(space + 1),
                    List.of("Content-Type: application/json"),
                    dice.body(OF_CONTROL));
            assertThat(reply.status()).as(reply.text()).isLessThan(500);
            demandAnswer("GET /sandbox/api/faults");
            demandAnswer("GET /sandbox/api/settings");
            demandAnswer("DELETE /sandbox/api/faults");
        });
    }

    /** Every input has a seed of its own, which the failure names. */
    private static void throwing(int times, int what, Consumer<Dice> input) {
        for (var i = 0; i < times; i++) {
            var seed = what * 1_000_000L + i;
            try {
                input.accept(new Dice(seed));
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("Input no. " + seed + ": " + failed.getMessage(), failed);
            }
        }
    }

    private void demandAnswer(String what) {
        var words = what.split(" ");
        assertThat(wire.send(words[0], words[1], List.of(), new byte[0]).status())
                .as(what)
                .isLessThan(300);
    }

    private void graph(String method, String target, Dice dice, String bearer, byte[] body) {
        var headers = List.of(
                dice.once(30) ? "Authorization: " + printable(dice.text()) : bearer,
                "Content-Type: " + (dice.once(10) ? dice.any(TYPES) : "application/json"),
                "ConsistencyLevel: " + dice.any("eventual", "eventual", "session", printable(dice.text())),
                "client-request-id: " + printable(dice.text()));
        var reply = wire.send(method, target, headers, body);
        var what = method + " " + target + " " + new String(body, StandardCharsets.UTF_8) + " -> " + reply;
        assertThat(reply.status() < 500 || reply.status() == 501).as(what).isTrue();
        if (reply.status() >= 400 && !method.equals("HEAD")) {
            demandGraphError(json(reply), what);
        }
    }

    private static void demandGraphError(JsonNode body, String what) {
        var error = body.path("error");
        assertThat(error.path("code").asString("")).as(what).isNotEmpty();
        assertThat(error.path("message").isString()).as(what).isTrue();
        assertThat(error.path("innerError").path("request-id").isString())
                .as(what)
                .isTrue();
    }

    private static JsonNode json(Wire.Reply reply) {
        try {
            return JSON.readTree(reply.text());
        } catch (JacksonException none) {
            throw new AssertionError("No JSON: " + reply, none);
        }
    }

    private static String bearer(GraphClient client) {
        return "Authorization: Bearer " + client.token();
    }

    private static String dataverseToken() {
        return StartedSandbox.form(
                        "/" + StartedSandbox.EMPLOYEES + "/oauth2/v2.0/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                "a0000000-0000-4000-8000-000000000012",
                                "client_secret",
                                "sandbox-dataverse-secret",
                                "scope",
                                StartedSandbox.root() + "/.default"))
                .json()
                .path("access_token")
                .asString();
    }
}
