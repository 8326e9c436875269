package sandbox.wild;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final List<String> TYPES = List.of("application/json", "text/xml", "application/json;charset=x", "");
    private static final List<String> OF_USERS = List.of(
            "displayName",
            "accountEnabled",
            "identities",
            "signInType",
            "issuer",
            "issuerAssignedId",
            "passwordProfile",
            "password",
            "mail",
            "otherMails",
            "mobilePhone",
            "userPrincipalName",
            "mailNickname",
            "id",
            Customers.NUMBER,
            Customers.PREFIX + "LoyaltyPoints",
            Customers.PREFIX + "LifetimeValueCents",
            Customers.PREFIX + "MemberSince",
            Customers.PREFIX + "NewsletterOptIn",
            Customers.PREFIX + "LegacyKey");
    private static final List<String> OF_OTHERS = List.of(
            "phoneNumber",
            "phoneType",
            "emailAddress",
            "securityEnabledOnly",
            "groupIds",
            "ids",
            "types",
            "name",
            "dataType",
            "targetObjects",
            "displayName",
            "description",
            "principalId",
            "resourceId",
            "appRoleId",
            "@odata.id");
    private static final List<String> OF_BATCHES =
            List.of("requests", "id", "method", "url", "headers", "body", "dependsOn", "Content-Type");
    private static final List<String> OF_CONTACTS = List.of(
            "firstname",
            "lastname",
            "emailaddress1",
            "mobilephone",
            "statecode",
            "statuscode",
            "contactid",
            "createdon");
    private static final List<String> OF_CONTROL = List.of(
            "id",
            "kind",
            "method",
            "path",
            "action",
            "status",
            "count",
            "chance",
            "delayMillis",
            "retryAfter",
            "roles",
            "groups",
            "enabled",
            "employee",
            "as",
            "changes",
            "lastname",
            "advanceSeconds",
            "reset",
            "webhookUrl",
            "graphLatencyMillis",
            "replicationDelayMillis",
            "quotas");

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
            var target = dice.any("/contacts", "/contacts", "/contacts" + one, "/asyncoperations", "/accounts", one);
            var method = dice.any("GET", "GET", "PATCH", "PATCH", "POST", "DELETE");
            var reply = wire.send(
                    method,
                    "/api/data/v9.2" + target + dataverseQuery(dice),
                    List.of(bearer, "Content-Type: application/json", "Prefer: " + printable(dice.text())),
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
                    "POST /contacts/d0000000-0000-4000-8000-000000000010/edit",
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

    private static String path(Dice dice) {
        var path = new StringBuilder("/v1.0");
        for (var i = dice.below(5); i >= 0; i--) {
            path.append('/')
                    .append(
                            dice.once(3)
                                    ? unharmed(dice.escaped(dice.text()))
                                    : dice.any(
                                            "users",
                                            Customers.JAN,
                                            "users('" + Customers.JAN + "')",
                                            "users(userPrincipalName='x')",
                                            "users('",
                                            "users()",
                                            "delta()",
                                            "$count",
                                            "$ref",
                                            "memberOf",
                                            "authentication",
                                            "methods",
                                            "phoneMethods",
                                            "auditLogs",
                                            "directoryAudits",
                                            "signIns",
                                            "directory",
                                            "deletedItems",
                                            "microsoft.graph.user",
                                            "applications",
                                            "extensionProperties",
                                            "identity",
                                            "userFlowAttributes",
                                            "groups",
                                            "directoryRoles",
                                            "organization",
                                            "getMemberGroups",
                                            "restore"));
        }
        return path.toString();
    }

    /** What no web server lets into a path, Microsoft's neither: wrong escapes, control characters, dots that climb. */
    private static String unharmed(String escaped) {
        return escaped.replaceAll("%(?![0-9A-Fa-f]{2})|%ZZ|%0.|%1.|%7F|%ED%A0%80%FF", "x")
                .replace("..", "x");
    }

    private static String other(String user, Dice dice) {
        return dice.any(
                user + "/authentication/phoneMethods",
                user + "/authentication/emailMethods",
                user + "/revokeSignInSessions",
                user + "/getMemberGroups",
                user + "/checkMemberGroups",
                "/v1.0/directoryObjects/getByIds",
                "/v1.0/directoryObjects/getAvailableExtensionProperties");
    }

    private static byte[] batch(Dice dice) {
        var ids = new int[1];
        var items = Dice.several(
                dice.below(6) + 1,
                () ->
                        "{\"id\":\"%d\",\"method\":\"%s\",\"url\":%s,\"headers\":{\"Content-Type\":\"application/json\"},\"body\":%s}"
                                .formatted(
                                        ids[0]++,
                                        dice.any("GET", "GET", "PATCH", "POST", "DELETE"),
                                        JSON.writeValueAsString("/users" + dice.any("", "/" + Customers.JAN, "/\\ud800")
                                                + dice.query()),
                                        dice.object(2, OF_USERS)));
        return ("{\"requests\":[" + String.join(",", items) + "]}")
                .replace("\\\\ud800", "\\ud800")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> formHeaders(Dice dice) {
        return List.of(
                "Content-Type: " + (dice.once(10) ? dice.any(TYPES) : "application/x-www-form-urlencoded"),
                dice.once(5) ? "Authorization: Basic " + printable(dice.text()) : "X-Nothing: x",
                "Accept: " + dice.any("*/*", "application/json", "text/xml"));
    }

    private static byte[] form(Dice dice) {
        var form = new StringBuilder();
        for (var name : List.of("grant_type", "client_id", "client_secret", "scope", "client_assertion", "x")) {
            if (!dice.once(6)) {
                var right =
                        Map.of("grant_type", "client_credentials", "client_id", "a0000000-0000-4000-8000-000000000001");
                form.append(form.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(dice.escaped(dice.once(3) ? dice.text() : right.getOrDefault(name, dice.text())));
            }
        }
        if (dice.once(2)) {
            form.append("&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer");
        }
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String dataverseQuery(Dice dice) {
        return switch (dice.below(5)) {
            case 0 -> "";
            case 1 ->
                "?$filter="
                        + unharmed(dice.escaped(dice.any("lastname", "statecode", "createdon", "x")
                                + dice.any(" eq ", " ne ", " gt ", " like ")
                                + dice.literal()));
            case 2 -> "?$select=" + unharmed(dice.escaped(dice.any("lastname,", "x", ",") + dice.text()));
            case 3 ->
                "?$top=" + unharmed(dice.escaped(dice.any("1", "0", "x", dice.text()))) + "&$orderby="
                        + dice.any("lastname", "x", "lastname%20desc");
            default -> unharmed(dice.query());
        };
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
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
