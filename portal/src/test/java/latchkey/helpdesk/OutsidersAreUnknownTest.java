package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.audit.Announced;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeValue;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryId;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.Eventually;
import latchkey.testing.Fault;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.SandboxProcess;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Through every door: customers outside an agent's populations are as good as unknown, and protected ones are not acted on.
 * Kim sees Contoso's customers, Robin approves for Fabrikam's, Pat's role names nobody, Sam sees everyone.
 */
class OutsidersAreUnknownTest {

    private static final String EVERY_ACTION = "search-customers,view-customer,open-case,verify-caller,edit-attributes,"
            + "reset-password,show-generated-password,block-sign-in,unblock-sign-in,revoke-sessions";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("latchkey.access.populations.contosos.where.Brand", "Contoso"),
            Map.entry("latchkey.access.populations.contosos.claims", "contoso-people"),
            Map.entry("latchkey.access.populations.fabrikams.where.Brand", "Fabrikam"),
            Map.entry("latchkey.access.roles.agent.permissions", EVERY_ACTION),
            Map.entry("latchkey.access.roles.agent.populations", "contosos"),
            Map.entry("latchkey.access.roles.supervisor.permissions", EVERY_ACTION + ",give-approval"),
            Map.entry("latchkey.access.roles.supervisor.populations", "fabrikams"),
            Map.entry("latchkey.access.roles.auditor.permissions", "view-audit"),
            Map.entry("latchkey.access.roles.auditor.populations", "contosos"),
            Map.entry("latchkey.access.roles.viewer.permissions", "search-customers,view-customer"),
            Map.entry("latchkey.directories.contoso.reset.show-generated-password", "true"),
            Map.entry("latchkey.search.another-desk", "the northern desk"),
            Map.entry("latchkey.approval.required-for", "revoke-sessions"),
            Map.entry("latchkey.protection.vip.where.jobTitle", "Chairwoman"),
            Map.entry("latchkey.protection.own-account.attribute", "companyName"));

    private static final List<String> ACTIONS = List.of(
            "block-sign-in",
            "unblock-sign-in",
            "reset-password",
            "show-password",
            "revoke-sessions",
            "edit-attributes");

    /** What a program sends to the routes of a customer or a case, by the last part of the route. */
    private static final Map<String, Map<String, Object>> BODIES = Map.ofEntries(
            Map.entry("cases", Map.of("reason", "other")),
            Map.entry("notes", Map.of("note", "called back")),
            Map.entry("closing", Map.of("outcome", "helped")),
            Map.entry("verifications", Map.of("address", "x")),
            Map.entry("sign-in", Map.of("code", "123456")),
            Map.entry("number", Map.of()),
            Map.entry("result", Map.of("result", "reached")),
            Map.entry("overrides", Map.of("because", "Mailbox and phone are gone, known from the shop")),
            Map.entry("answer", Map.of("code", "123456")),
            Map.entry("preview", Map.of("customer", "CUSTOMER", "seen", "x", "attributes", Map.of("city", "Bath"))),
            Map.entry(
                    "edit-attributes",
                    Map.of("customer", "CUSTOMER", "seen", "x", "confirm", "x", "attributes", Map.of("city", "Bath"))),
            Map.entry("block-sign-in", Map.of("customer", "CUSTOMER", "seen", "x", "why", "x")),
            Map.entry("unblock-sign-in", Map.of("customer", "CUSTOMER", "seen", "x", "why", "x")),
            Map.entry("revoke-sessions", Map.of("customer", "CUSTOMER", "seen", "x")),
            Map.entry("reset-password", Map.of("customer", "CUSTOMER", "seen", "x", "address", "x")));

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern TOKEN = Pattern.compile("(name=\"(?:_csrf|csrf)\" (?:value|content)=)\"[^\"]*\"");

    private static PortalProcess portal;

    private final SandboxControl sandbox = SandboxProcess.shared().control();
    private final Desk desk = new Desk(portal);

    @BeforeAll
    static void start() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(SETTINGS);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void seedAgain() {
        SandboxProcess.fresh();
    }

    /** One request for one customer or case. */
    private record Request(String method, String path, Map<String, Object> body) {

        boolean isOfTheApi() {
            return path.startsWith("/api/");
        }

        Request withCustomer(Person customer) {
            var named = new HashMap<>(body);
            named.computeIfPresent("customer", (key, any) -> "contoso/" + customer.userId());
            return new Request(method, path, named);
        }
    }

    @Test
    @Asvs("8.2.2")
    void everyRouteOfACustomerTellsOfAnOutsiderExactlyWhatItTellsOfNobody() {
        var outsider = String.valueOf(desk.person("mobile-mo").userId());
        var nobody = UUID.randomUUID().toString();
        var page = portal.signedIn("kim");
        var program = portal.bearer("kim");
        var csrf = page.csrf();
        var templates = requests("{directory}", "{id}");
        assertThat(templates).hasSizeGreaterThan(30);
        for (var template : templates) {
            var visitor = template.isOfTheApi() ? program : page;
            var ofOutsider = asked(visitor, template, outsider, csrf);
            var ofNobody = asked(visitor, template, nobody, csrf);
            assertThat(ofNobody.problem())
                    .as(template.method() + " " + template.path())
                    .isEqualTo("customer-not-found");
            assertSame(template, ofOutsider, outsider, ofNobody, nobody);
            assertThat(calls(outsider)).as("calls of " + template).isEqualTo(calls(nobody));
        }
    }

    @Test
    void everyRouteOfACaseWhoseCustomerWentOutTellsWhatItTellsOfNoCase() {
        var bea = desk.person("bea-two-brands");
        var page = portal.signedIn("kim");
        var program = portal.bearer("kim");
        var csrf = page.csrf();
        var caseId = Desk.openCase(program, bea);
        change(bea, "Brand", "Fabrikam");
        var noCase = UUID.randomUUID().toString();
        var templates = requests("{caseId}");
        assertThat(templates).hasSizeGreaterThan(10);
        for (var template : templates) {
            var visitor = template.isOfTheApi() ? program : page;
            var ofOutsider = asked(visitor, template.withCustomer(bea), caseId, csrf);
            var ofNone = asked(visitor, template.withCustomer(bea), noCase, csrf);
            assertThat(ofNone.problem()).as(template.toString()).isEqualTo("case-not-found");
            assertSame(template, ofOutsider, caseId, ofNone, noCase);
        }
        assertThat(desk.writes(bea)).containsExactly("PATCH");
    }

    @Test
    void whoIsInsideIsOpenedFoundAndHelped() {
        var jan = desk.person("jan-ordinary");
        assertThat(portal.signedIn("kim").get(Desk.page(jan)).status()).isEqualTo(200);
        assertThat(portal.bearer("kim").get(Desk.api(jan) + "/timeline").status())
                .isEqualTo(200);
        assertThat(found("kim", "jan.novak@example.com")).containsExactly(String.valueOf(jan.userId()));
    }

    @Test
    void searchesFindWhoIsInsideWhateverIsTyped() {
        var inside = desk.person("bea-two-brands");
        var outside = desk.person("bea-two-brands-fabrikam");
        assertThat(found("sam", "Bea Haver"))
                .containsExactlyInAnyOrder(String.valueOf(inside.userId()), String.valueOf(outside.userId()));
        assertThat(found("kim", "Bea Haver")).containsExactly(String.valueOf(inside.userId()));
        assertThat(found("robin", "Bea Haver")).containsExactly(String.valueOf(outside.userId()));
        assertThat(found("pat", "Bea Haver")).isEmpty();
        for (var way : List.of(
                String.valueOf(outside.userId()),
                String.valueOf(outside.contactId()),
                "bea.haverkamp@example.org",
                "C-900006")) {
            assertThat(found("kim", way)).as(way).isEmpty();
            assertThat(found("robin", way)).as(way).isNotEmpty();
        }
        // The phone stands on an outsider's contact; customers inside may have the same.
        var mo = String.valueOf(desk.person("mobile-mo").userId());
        assertThat(found("kim", "+447700900123")).doesNotContain(mo);
        assertThat(found("robin", "+447700900123")).contains(mo);
    }

    @Test
    void whoFindsOnlyOutsidersReadsWhatWhoFindsNobodyReads() {
        var kim = portal.signedIn("kim");
        var outsider = results(kim, "C-900006");
        var nobody = results(kim, "C-999999");
        assertThat(outsider.document().select("h1").text()).isEqualTo("No customer that you can see");
        assertThat(outsider.body()).contains("Another desk may help: the northern desk");
        assertThat(normalised(outsider, token(outsider))).isEqualTo(normalised(nobody, token(nobody)));
        var everyone = results(portal.signedIn("sam"), "C-999999");
        assertThat(everyone.document().select("h1").text()).isEqualTo("Nobody found");
        assertThat(everyone.body()).doesNotContain("northern desk");
    }

    @Test
    void aSearchIsSeenAgainOnlyAsFarAsTheAgentStillSees() {
        var token = search("kim", "Bea Haver").path("token").asString();
        var address = "/api/v1/searches/" + token;
        assertThat(portal.bearer("kim").get(address).json().path("results")).hasSize(1);
        sandbox.changeEmployee("kim", Map.of("roles", List.of("viewer")));
        assertThat(portal.bearer("kim").get(address).json().path("results")).isEmpty();
    }

    @Test
    void whoLeftIsNoLongerFound() {
        change(desk.person("bea-two-brands"), "Brand", "Fabrikam");
        assertThat(found("kim", "Bea Haver")).isEmpty();
        assertThat(found("robin", "Bea Haver")).hasSize(2);
    }

    @Test
    void moreIsSaidOnlyOfWhoIsInside() {
        var everyone = search("sam", "smi");
        var contosos = search("kim", "smi");
        var fabrikams = search("robin", "smi");
        assertThat(contosos.path("results").size() + fabrikams.path("results").size())
                .isGreaterThanOrEqualTo(everyone.path("results").size());
        assertThat(fabrikams.path("more").asBoolean()).isFalse();
        assertThat(brands(contosos)).containsOnly("Contoso");
        assertThat(brands(fabrikams)).allMatch("Fabrikam"::equals);
    }

    @Test
    void aClaimShowsCustomersThatTheRoleDoesNot() {
        sandbox.changeEmployee("pat", Map.of("roles", List.of("viewer", "contoso-people")));
        assertThat(found("pat", "Bea Haver"))
                .containsExactly(String.valueOf(desk.person("bea-two-brands").userId()));
        assertThat(portal.bearer("pat")
                        .get("/api/v1/me")
                        .json()
                        .path("populations")
                        .path(0)
                        .asString())
                .isEqualTo("contosos");
    }

    @Test
    void aRoleThatNamesNobodyShowsNobody() {
        var jan = desk.person("jan-ordinary");
        assertThat(portal.signedIn("pat").get(Desk.page(jan)).problem()).isEqualTo("customer-not-found");
        assertThat(portal.bearer("pat").get(Desk.api(jan)).problem()).isEqualTo("customer-not-found");
        var me = portal.bearer("pat").get("/api/v1/me").json();
        assertThat(me.path("populations").size()).isZero();
        assertThat(portal.signedIn("pat").get("/me").body()).contains("nobody: ask whoever gives out roles");
    }

    @Test
    void anAuditorReadsOfCustomersInsideOnly() {
        var jan = desk.person("jan-ordinary");
        var mo = desk.person("mobile-mo");
        Desk.openCase(portal.bearer("sam"), jan);
        Desk.openCase(portal.bearer("sam"), mo);
        var alex = portal.bearer("alex");
        var listed = alex.get("/api/v1/audit?limit=200").body();
        assertThat(listed).contains(String.valueOf(jan.userId())).doesNotContain(String.valueOf(mo.userId()));
        var of = alex.get("/api/v1/audit?directory=contoso&customer=" + mo.userId())
                .json();
        assertThat(of.path("items").size()).isZero();
        assertThat(portal.signedIn("alex").get("/audit").body()).doesNotContain(String.valueOf(mo.userId()));
        assertThat(alex.get("/api/v1/audit/export?form=csv").body())
                .contains(String.valueOf(jan.userId()))
                .doesNotContain(String.valueOf(mo.userId()));
        assertThat(alex.get("/api/v1/audit/export").problem()).isEqualTo("whole-trail-only");
        assertThat(portal.signedIn("alex").get("/audit/export").problem()).isEqualTo("whole-trail-only");
    }

    @Test
    void onlyWhoSeesTheCustomerApproves() {
        var jan = desk.person("jan-ordinary");
        var approval = askToRevoke("kim", jan);
        var robin = portal.bearer("robin");
        assertThat(robin.get("/api/v1/approvals").body()).doesNotContain(approval);
        assertThat(robin.get("/api/v1/approvals/" + approval).problem()).isEqualTo("approval-not-found");
        assertThat(robin.postJson("/api/v1/approvals/" + approval + "/decision", Map.of("decision", "yes"))
                        .problem())
                .isEqualTo("approval-not-found");
        assertThat(portal.signedIn("robin").get("/approvals").body()).doesNotContain(approval);
        assertThat(portal.signedIn("robin")
                        .postForm("/approvals/" + approval + "/yes", Map.of())
                        .problem())
                .isEqualTo("approval-not-found");
    }

    @Test
    void aYesIsVoidWhenTheCustomerLeftTheSightOfWhoSaidIt() {
        var mo = desk.person("mobile-mo");
        var approval = askToRevoke("sam", mo);
        var given = portal.bearer("robin")
                .postJson("/api/v1/approvals/" + approval + "/decision", Map.of("decision", "yes"));
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        change(mo, "Brand", "Contoso");
        var again = revoke("sam", mo);
        assertThat(again.problem()).isEqualTo("approval-required");
        assertThat(again.json().path("approval").asString()).isNotEqualTo(approval);
        assertThat(desk.writes(mo)).as("the change of brand alone").containsExactly("PATCH");
    }

    @Test
    void aFlagSetBetweenPageAndSubmitAsksForASecondPerson() {
        var conor = desk.person("oneil-apostrophe");
        var kim = portal.signedIn("kim");
        var form = kim.get(Desk.page(conor) + "/actions/block-sign-in");
        assertThat(form.status()).isEqualTo(200);
        change(conor, "jobTitle", "chairwoman");
        var answer = kim.submit(
                form, "form[action$=/actions/block-sign-in]", Map.of("reason", "other", "why", "account was shared"));
        assertThat(answer.problem()).isEqualTo("approval-required");
        assertThat(kim.get(Desk.page(conor))
                        .document()
                        .select("[data-protection=vip]")
                        .text())
                .isEqualTo("Protected: a customer who needs special care. Every action needs a second person’s yes.");
        var laid = portal.bearer("kim")
                .get(Desk.api(conor) + "/actions/block-sign-in")
                .json();
        assertThat(laid.path("approvalNeeded").asBoolean()).isTrue();
        assertThat(kim.get(Desk.page(conor) + "/actions/show-password").problem())
                .isEqualTo("protected-customer");
        assertThat(desk.writes(conor)).containsExactly("PATCH");
    }

    @Test
    void nobodyActsOnTheirOwnAccount() {
        var tom = desk.person("tom-two-names");
        change(tom, "companyName", "kim@contoso.onmicrosoft.com");
        var kim = portal.signedIn("kim");
        var page = kim.get(Desk.page(tom));
        assertThat(page.document().select("[data-protection=own-account]").text())
                .isEqualTo("Protected: this is your own account. You cannot act on it.");
        assertThat(page.document().select("a[href*=/actions/]:not([href$=verify-caller])"))
                .isEmpty();
        var program = portal.bearer("kim");
        var told = program.get(Desk.api(tom)).json();
        assertThat(told.path("protection").path("treatment").asString()).isEqualTo("refuse");
        assertThat(told.path("actions").valueStream())
                .isNotEmpty()
                .noneMatch(action -> action.path("possible").asBoolean());
        for (var action : ACTIONS) {
            assertThat(kim.get(Desk.page(tom) + "/actions/" + action).problem())
                    .as(action)
                    .isEqualTo("protected-customer");
            assertThat(program.get(Desk.api(tom) + "/actions/" + action).problem())
                    .as(action)
                    .isEqualTo("protected-customer");
        }
        assertThat(desk.writes(tom)).containsExactly("PATCH");
    }

    @Test
    void whileRolesCannotBeLookedUpNothingIsDone() {
        var pia = desk.person("plus-address");
        var kim = portal.signedIn("kim");
        var form = kim.get(Desk.page(pia) + "/actions/block-sign-in");
        sandbox.fault(Fault.status(503).method("GET").path(".*/memberOf/.*"));
        var answer = kim.submit(
                form, "form[action$=/actions/block-sign-in]", Map.of("reason", "other", "why", "account was shared"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(portal.bearer("kim")
                        .get(Desk.api(pia) + "/actions/block-sign-in")
                        .status())
                .isEqualTo(503);
        assertThat(desk.writes(pia)).isEmpty();
        sandbox.clearFaults();
    }

    private String askToRevoke(String agent, Person customer) {
        var refused = revoke(agent, customer);
        assertThat(refused.problem()).as(refused.body()).isEqualTo("approval-required");
        return refused.json().path("approval").asString();
    }

    private Answer revoke(String agent, Person customer) {
        var program = portal.bearer(agent);
        var caseId = Desk.openCase(program, customer);
        var laid = program.get(Desk.api(customer) + "/actions/revoke-sessions").json();
        return program.postJson(
                "/api/v1/cases/" + caseId + "/actions/revoke-sessions",
                Map.of(
                        "customer", laid.path("customer").asString(),
                        "seen", laid.path("seen").asString()));
    }

    private List<String> found(String agent, String typed) {
        return search(agent, typed)
                .path("results")
                .valueStream()
                .map(line -> line.path("id").asString())
                .toList();
    }

    private static List<String> brands(JsonNode search) {
        return search.path("results")
                .valueStream()
                .map(line -> line.path("brand").asString())
                .toList();
    }

    private JsonNode search(String agent, String typed) {
        var answer = portal.bearer(agent).postJson("/api/v1/searches", Map.of("query", typed));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    /** What the address of the results ends with. */
    private static String token(Answer results) {
        return results.uri().getPath().substring("/search/".length());
    }

    private static Answer results(Visitor agent, String typed) {
        return agent.postForm("/search", Map.of("query", typed));
    }

    private void change(Person customer, String attribute, String value) {
        var id = new CustomerId(new DirectoryId("contoso"), Objects.requireNonNull(customer.userId()));
        var directory = directory();
        var key = directory.attribute(attribute).orElseThrow().key();
        var text = new AttributeValue.Text(value);
        directory
                .profiles()
                .change(id, new AttributeChanges(Map.of(key, Optional.<AttributeValue>of(text))), Announced.change());
        Eventually.that(
                "the directory shows it",
                () -> directory
                        .customers()
                        .byId(id)
                        .orElseThrow()
                        .attribute(key)
                        .equals(Optional.of(text)));
    }

    private static Directory directory() {
        return portal.bean(Directories.class)
                .forSync(new DirectoryId("contoso"))
                .orElseThrow();
    }

    /** Every route with these variables, once for each value of its other variables that matters. */
    private static List<Request> requests(String... variables) {
        var requests = new ArrayList<Request>();
        portal.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .filter(path -> Stream.of(variables).allMatch(path::contains))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> filled(path)
                                        .forEach(full -> requests.add(
                                                new Request(method.name(), full, body(method.name(), full)))))));
        return requests;
    }

    private static List<String> filled(String path) {
        var open = Stream.of(path);
        for (var variable : names(path)) {
            open = open.flatMap(half -> values(variable, path).map(value -> half.replace("{" + variable + "}", value)));
        }
        return open.toList();
    }

    private static Set<String> names(String path) {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Stream<String> values(String variable, String path) {
        return switch (variable) {
            case "directory" -> Stream.of("contoso");
            case "id", "caseId" -> Stream.of("THE-ONE");
            case "action" ->
                path.contains("/api/") ? ACTIONS.stream() : Stream.concat(ACTIONS.stream(), Stream.of("verify-caller"));
            case "panel" -> Stream.of("case", "contact", "methods", "timeline");
            case "verification" -> Stream.of("00000000-0000-4000-8000-0000000000aa");
            default -> throw new AssertionError("Teach this test what {" + variable + "} of " + path + " can be");
        };
    }

    private static Map<String, Object> body(String method, String path) {
        if (method.equals("GET") || !path.startsWith("/api/")) {
            return Map.of();
        }
        var last = path.substring(path.lastIndexOf('/') + 1);
        return Objects.requireNonNull(BODIES.get(last), () -> "Teach this test what is sent to " + method + " " + path);
    }

    private Answer asked(Visitor visitor, Request template, String id, String csrf) {
        var path = template.path().replace("THE-ONE", id);
        if (template.method().equals("GET")) {
            return visitor.get(path);
        }
        if (template.isOfTheApi()) {
            return visitor.postJson(path, template.body());
        }
        var form = new TreeMap<>(Map.of("_csrf", csrf, "openedFor", "contoso/" + id, "seen", "x", "reason", "other"));
        form.putAll(Map.of("why", "x", "confirm", "x", "address", "x", "code", "123456", "value.city", "Bath"));
        form.putAll(Map.of("note", "called back", "outcome", "helped", "result", "reached"));
        form.put("because", "Mailbox and phone are gone, known from the shop");
        return visitor.post(path, form);
    }

    private static void assertSame(Request template, Answer one, String oneId, Answer other, String otherId) {
        assertThat(one.status()).as(template.toString()).isEqualTo(other.status());
        assertThat(headers(one, oneId)).as(template.toString()).isEqualTo(headers(other, otherId));
        assertThat(normalised(one, oneId)).as(template.toString()).isEqualTo(normalised(other, otherId));
    }

    private static Map<String, List<String>> headers(Answer answer, String id) {
        var all = new TreeMap<String, List<String>>();
        answer.response()
                .headers()
                .map()
                .forEach((name, values) -> all.put(
                        name,
                        values.stream().map(value -> value.replace(id, "ID")).toList()));
        all.remove("date");
        // The server ends a connection after so many requests, whatever they asked for.
        all.remove("connection");
        return all;
    }

    private static String normalised(Answer answer, String id) {
        return TOKEN.matcher(answer.body().replace(id, "ID")).replaceAll("$1");
    }

    /** What Graph was asked about somebody, in order of the alphabet. */
    private List<String> calls(String id) {
        return sandbox.journal("graph").stream()
                .filter(entry -> String.valueOf(entry.path()).contains(id))
                .map(entry -> (entry.method() + " " + entry.path()).replace(id, "ID"))
                .sorted()
                .toList();
    }
}
