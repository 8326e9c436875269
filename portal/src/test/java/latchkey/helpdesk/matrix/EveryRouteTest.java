package latchkey.helpdesk.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxProcess;
import latchkey.testing.Table;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of the portal, asked for by everybody, against {@code /matrix/routes.tsv}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteTest {

    private static final List<Route> ROUTES = Table.rows("/matrix/routes.tsv").stream()
            .map(row -> new Route(
                    Objects.requireNonNull(row.get("method")),
                    Objects.requireNonNull(row.get("path")),
                    Objects.requireNonNull(row.get("for"))))
            .toList();

    /** What the gate says to those it does not let in. */
    private static final Set<String> TURNED_AWAY = Set.of("not-permitted", "not-signed-in", "no-role");

    private static final List<String> BODIES = List.of(
            "{}",
            "null",
            "[]",
            "{\"contacts\": null}",
            "{\"contacts\": [null]}",
            "{\"contacts\": [{}]}",
            "{\"contacts\": [{\"directory\": \"../x\", \"contact\": \"00000000-0000-4000-8000-000000000000\"}]}",
            "{\"directory\": \"../x\", \"customer\": \"../x\", \"why\": \"x\"}",
            "{\"directory\": \"contoso\", \"customer\": \"x\", \"agreed\": null}",
            "{\"customer\": \"/\", \"seen\": \"\", \"attributes\": {\"\": null}, \"confirm\": \"\"}",
            "{\"decision\": \"\", \"code\": \"\", \"address\": \"\", \"note\": \"\", \"outcome\": \"\", \"query\": \"\"}");

    private PortalProcess portal;
    private String customer;

    /** Its own: whoever may, pauses the sync here and does much else. */
    @BeforeAll
    void open() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(Map.of());
        customer =
                String.valueOf(portal.sandbox().control().person("jan-ordinary").userId());
    }

    @AfterAll
    void close() {
        portal.close();
    }

    /**
     * An address.
     *
     * @param whom whom it is for
     */
    private record Route(String method, String path, String whom) {

        boolean isOfTheApi() {
            return path.startsWith("/api/");
        }

        boolean isForAgents() {
            return whom.equals("any-agent") || isPermission();
        }

        boolean isPermission() {
            return !whom.endsWith("-port")
                    && !whom.endsWith("-ports")
                    && !whom.equals("webhook-key")
                    && !whom.equals("any-agent");
        }

        /** Whether a role opens it. */
        boolean lets(String role) {
            return isPermission()
                    ? Stream.of(whom.split("\\+")).allMatch(permission -> Cell.permits(role, permission))
                    : !role.equals("nobody");
        }

        String filledIn(String customer) {
            return path.replace("{directory}", "contoso")
                    .replace("/customers/{id}", "/customers/" + customer)
                    .replace("{code}", "not-found")
                    .replace("{panel}", "timeline")
                    .replace("{action}", "block-sign-in")
                    .replaceAll("\\{[^}]+}", "00000000-0000-4000-8000-000000000000");
        }
    }

    @Test
    void everyAddressIsInTheTableAndNoOther() {
        var mapped = new HashSet<String>();
        portal.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> {
                    var methods = info.getMethodsCondition().getMethods();
                    var names = methods.isEmpty()
                            ? Stream.of("ANY")
                            : methods.stream().map(RequestMethod::name);
                    names.forEach(method -> info.getPatternValues().forEach(path -> mapped.add(method + " " + path)));
                });
        assertThat(ROUTES.stream().map(route -> route.method() + " " + route.path()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(mapped);
    }

    @Test
    @Asvs({"8.2.1", "8.3.1", "6.3.4"})
    void whoMayNotIsTurnedAwayAndWhoMayIsNot() {
        var doors = Cell.roles().stream()
                .filter(role -> !role.equals("everything"))
                .collect(Collectors.toMap(Function.identity(), role -> Doors.of(portal, role)));
        var forAgents = ROUTES.stream().filter(Route::isForAgents).toList();
        assertThat(forAgents).hasSizeGreaterThan(100);
        for (var route : forAgents) {
            doors.forEach((role, door) -> {
                var answer = asked(door, route);
                var problem = answer.status() < 400 ? "" : answer.problem();
                var as = role + ": " + route + " is " + answer.status() + " " + problem;
                assertThat(answer.status()).as(as).isLessThan(500);
                if (route.lets(role)) {
                    assertThat(problem).as(as).isNotIn(TURNED_AWAY);
                } else {
                    assertThat(problem).as(as).isIn(TURNED_AWAY);
                    assertThat(answer.status()).as(as).isIn(401, 403);
                }
            });
        }
    }

    @Test
    @Asvs({"2.2.1", "2.2.2"})
    void noBodyBreaksAnyAddressForThoseWhoMay() {
        var doors = List.of(Doors.of(portal, "supervisor"), Doors.of(portal, "admin"));
        var posts = ROUTES.stream()
                .filter(route -> route.isForAgents()
                        && route.isOfTheApi()
                        && route.method().equals("POST"))
                .toList();
        assertThat(posts).hasSizeGreaterThan(30);
        for (var route : posts) {
            for (var body : BODIES) {
                for (var door : doors) {
                    var answer = door.program()
                            .send(
                                    "POST",
                                    route.filledIn(customer),
                                    BodyPublishers.ofString(body),
                                    Map.of("Content-Type", "application/json"));
                    assertThat(answer.status()).as(route + " with " + body).isLessThan(500);
                }
            }
        }
    }

    @Test
    @Asvs({"8.3.1", "7.2.1"})
    void withoutASessionOrATokenThereIsNothingForAgents() {
        var stranger = portal.strangerStayingHere();
        var program = portal.withToken("not-a-token");
        for (var route : ROUTES.stream().filter(Route::isForAgents).toList()) {
            var answer = send(route.isOfTheApi() ? program : stranger, route.method(), route, Map.of());
            var isLedToTheSignIn = answer.status() == 302
                    && answer.header("Location").orElse("").contains("/oauth2/authorization/");
            assertThat(isLedToTheSignIn || answer.status() == 401 || answer.status() == 403)
                    .as(route + " is " + answer.status())
                    .isTrue();
        }
    }

    @Test
    void noAddressAnswersToAnotherMethod() {
        var door = Doors.of(portal, "supervisor");
        var known = ROUTES.stream()
                .map(route -> route.method() + " " + route.filledIn(customer))
                .collect(Collectors.toSet());
        for (var route : ROUTES.stream().filter(Route::isForAgents).toList()) {
            for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
                if (known.contains(method + " " + route.filledIn(customer))) {
                    continue;
                }
                var answer = send(
                        route.isOfTheApi() ? door.program() : door.page(),
                        method,
                        route,
                        Map.of("X-CSRF-TOKEN", door.csrf()));
                assertThat(answer.status())
                        .as(method + " " + route + " is " + answer.status() + " " + answer.problem())
                        .isIn(400, 403, 404, 405);
            }
        }
    }

    @Test
    void thePortsDoNotAnswerForEachOther() {
        var agent = Doors.of(portal, "supervisor");
        var customers = portal.customer();
        for (var route : ROUTES) {
            if (route.whom().equals("customers-port")) {
                assertThat(send(agent.page(), route.method(), route, Map.of()).status())
                        .as(route.toString())
                        .isIn(403, 404);
            } else if (route.isForAgents()) {
                assertThat(send(customers, route.method(), route, Map.of()).status())
                        .as(route.toString())
                        .isIn(403, 404);
            }
        }
    }

    private Answer asked(Doors door, Route route) {
        return send(
                route.isOfTheApi() ? door.program() : door.page(),
                route.method(),
                route,
                Map.of("X-CSRF-TOKEN", door.csrf()));
    }

    private Answer send(Visitor visitor, String method, Route route, Map<String, String> headers) {
        var type = route.isOfTheApi() ? "application/json" : "application/x-www-form-urlencoded";
        var all = new java.util.HashMap<>(headers);
        all.put("Content-Type", type);
        var body = method.equals("GET")
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(route.isOfTheApi() ? "{}" : "");
        return visitor.send(method, route.filledIn(customer), body, all);
    }
}
