package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latchkey.audit.Announced;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.CustomerId;
import latchkey.directory.graph.Reached;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed or sent, the portal answers, and asks the directory for nothing but what was typed. */
@PortalTest
class WildInputTest {

    private static final long SEED = 20_261_122;
    private static final int EACH = 150;
    private static final String[] PIECES = {
        "'",
        "''",
        "\"",
        "(",
        ")",
        "%",
        "%27",
        "&",
        "+",
        "#",
        " or 1 eq 1",
        " and ",
        "$filter=",
        "?$top=9",
        "/",
        "\\",
        ";",
        "@",
        "@example.com",
        "jan",
        "Müller",
        "李",
        "عمر",
        "\u0000",
        "\u202e",
        "\ud83d\ude00",
        "\ud800",
        "null",
        "true",
        "{",
        "}",
        "[",
        "]",
        "<b>",
        "${7*7}",
        "#{x}",
        "__${1}__",
        "\n",
        "\t",
        ",",
        "-1",
        "9999999999999999999",
        "1e309",
        "0031 6 1234",
        "e1000000-0000-4000-8000-000000000001",
        "C-10",
        ":",
        "=",
        "eq",
        "*",
        "|",
        "~"
    };

    private final Random random = new Random(SEED);
    private final PortalProcess portal;
    private final Desk desk;

    WildInputTest(PortalProcess portal) {
        this.portal = portal;
        this.desk = new Desk(portal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien",
                "x' or 1 eq 1 or surname eq '",
                "(brackets)",
                "100% (sure)",
                "a&$top=1",
                "a+b+c",
                "#1 & more",
                "or 1 eq 1",
                "%27 or true",
                "startswith(surname,'')",
                "a/b\\c?d=e",
                "${7*7} #{x}",
                "李小龍 \ud83d\ude00"
            })
    void aNameThatLooksLikeAQueryFindsExactlyTheOneWhoHasIt(String name) {
        var jan = Objects.requireNonNull(desk.person("jan-ordinary").userId());
        Reached.forAgents(portal.sandbox().url())
                .profiles()
                .change(
                        new CustomerId(Reached.CONTOSO, jan),
                        new AttributeChanges(Map.of(AttributeKey.SURNAME, Optional.of(new AttributeValue.Text(name)))),
                        Announced.change());

        var found = portal.bearer("kim").postJson("/api/v1/searches", Map.of("query", name));

        assertThat(found.status()).as(found.body()).isEqualTo(201);
        assertThat(found.json().path("results").findValuesAsString("id"))
                .as(found.body())
                .containsExactly(jan.toString());
    }

    @Test
    @Asvs({"1.2.4", "2.2.2"})
    void noSearchBreaksAnything() {
        var program = portal.bearer("kim");
        var kim = portal.signedIn("kim");
        var token = kim.csrf();
        for (var turn = 0; turn < EACH; turn++) {
            var typed = typed();
            answered(typed, program.postJson("/api/v1/searches", Map.of("query", typed, "directory", directory())));
            answered(typed, kim.post("/search", Map.of("_csrf", token, "query", typed)));
        }
    }

    @Test
    @Asvs({"2.2.1", "16.5.1"})
    void noBodyBreaksAnything() {
        var program = portal.bearer("sam");
        var jan = desk.person("jan-ordinary");
        var caseId = Desk.openCase(program, jan);
        var doors = List.of(
                "/api/v1/searches",
                Desk.api(jan) + "/cases",
                "/api/v1/cases/" + caseId + "/verifications",
                "/api/v1/cases/" + caseId + "/actions/edit-attributes/preview",
                "/api/v1/cases/" + caseId + "/actions/block-sign-in");
        for (var turn = 0; turn < EACH; turn++) {
            var body = body(0);
            answered(body, raw(program, doors.get(random.nextInt(doors.size())), body));
        }
        assertThat(desk.writes(jan)).isEmpty();
    }

    @Test
    @Asvs("2.2.1")
    void noEditOfAVerifiedCallerBreaksAnything() {
        var sam = portal.bearer("sam");
        var emil = desk.person("tom-two-names");
        var caseId = Desk.openCase(sam, emil);
        desk.verifiedByApi(sam, emil, caseId);
        var laid = sam.get(Desk.api(emil) + "/actions/edit-attributes").json();
        for (var turn = 0; turn < EACH; turn++) {
            var change = new HashMap<String, Object>(Map.of(
                    "customer", laid.path("customer").asString(),
                    "seen", laid.path("seen").asString(),
                    "attributes", Map.of(attribute(), typed())));
            answered(
                    change.toString(),
                    sam.postJson("/api/v1/cases/" + caseId + "/actions/edit-attributes/preview", change));
        }
        assertThat(desk.writes(emil)).isEmpty();
    }

    private static Answer raw(Visitor program, String path, String body) {
        return program.send("POST", path, BodyPublishers.ofString(body), Map.of("Content-Type", "application/json"));
    }

    private static void answered(String input, Answer answer) {
        assertThat(answer.status())
                .as("%s for %s: %s", answer.uri(), input, answer.body())
                .isBetween(200, 499);
    }

    private String typed() {
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(piece -> PIECES[random.nextInt(PIECES.length)])
                .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
    }

    private String directory() {
        return random.nextInt(4) == 0 ? typed() : "contoso";
    }

    private String attribute() {
        var known = List.of(
                "surname",
                "givenName",
                "displayName",
                "mail",
                "LoyaltyPoints",
                "MemberSince",
                "NewsletterOptIn",
                "LifetimeValueCents",
                "LegacyKey",
                "mobilePhone",
                "accountEnabled",
                "identities",
                "passwordProfile");
        return random.nextInt(6) == 0 ? typed() : known.get(random.nextInt(known.size()));
    }

    /** JSON, half of the time; deep, odd or broken for the rest. */
    private String body(int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 9)) {
            case 0 -> quoted(typed());
            case 1 -> Integer.toString(random.nextInt());
            case 2 ->
                List.of("null", "true", "1e400", "-", "{", "[]", "", "\ufeff{}").get(random.nextInt(8));
            case 3 -> "[".repeat(1 + random.nextInt(2_000));
            case 4 -> "[" + body(depth + 1) + "," + body(depth + 1) + "]";
            default ->
                "{" + quoted(member()) + ":" + body(depth + 1) + "," + quoted(member()) + ":" + body(depth + 1) + "}";
        };
    }

    private String member() {
        var known = List.of(
                "query",
                "directory",
                "reason",
                "why",
                "ticket",
                "address",
                "customer",
                "seen",
                "attributes",
                "confirm",
                "surname");
        return random.nextInt(5) == 0 ? typed() : known.get(random.nextInt(known.size()));
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t") + "\"";
    }
}
