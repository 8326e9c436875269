package latchkey.websecurity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All addresses of the portal, asked for by somebody without a session, by an agent and by an administrator. */
@PortalTest
class EveryAnswerTest {

    /** Their texts differ from node to node and moment to moment, and say nothing of customers. */
    private static final Set<String> OPEN = Set.of("/signed-out", "/error", "/brand/brand.css", "/brand/logo");

    private final PortalProcess portal;

    EveryAnswerTest(PortalProcess portal) {
        this.portal = portal;
    }

    @Test
    @Asvs({"3.4.2", "3.4.3", "3.4.4", "3.4.5", "3.4.6", "4.1.1", "14.3.2"})
    void carriesTheProtectiveHeadersAndIsKeptNowhere() {
        var strangers = portal.strangerStayingHere().with("Origin", "https://evil.example");
        var kims = portal.signedIn("kim").with("Origin", "https://evil.example");

        assertThat(pages()).hasSizeGreaterThan(20).allSatisfy(path -> {
            checkHeaders(path, strangers.get(path));
            checkHeaders(path, kims.get(path));
        });
    }

    @Test
    @Asvs({"3.5.3", "13.4.5"})
    void toALookIsNoWriteAndAnonymousLooksSeeOnlyWhatIsOpen() {
        var sandbox = SandboxProcess.shared().control();
        sandbox.clearJournal();
        var stranger = portal.strangerStayingHere();
        var agents = List.of(portal.signedIn("kim"), portal.signedIn("jo"));

        for (var path : pages()) {
            assertThat(stranger.get(path).status())
                    .as("without a session: " + path)
                    .satisfies(
                            status -> assertThat(OPEN.contains(path) || path.startsWith("/problems/") || status >= 300)
                                    .isTrue());
            agents.forEach(
                    agent -> assertThat(agent.get(path).status()).as(path).isLessThan(500));
        }
        assertThat(sandbox.journal("graph"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.method()).as(call.path()).isEqualTo("GET"));
    }

    @Test
    @Asvs({"13.4.1", "13.4.3", "13.4.4"})
    void neitherFoldersNorToolsNorTracesAreServed() {
        var jo = portal.signedIn("jo");
        for (var path : List.of(
                "/.git/config",
                "/.env",
                "/assets/",
                "/brand/",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/META-INF/MANIFEST.MF",
                "/error/")) {
            assertThat(jo.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(jo.send("TRACE", "/me", BodyPublishers.noBody(), Map.of()).status())
                .isIn(400, 403, 405);
    }

    /** The server itself refuses these; none of our pages or filters ever sees them. */
    @Test
    @Asvs({"3.4.3", "3.4.4", "13.4.3"})
    void whatTheServerRefusesBeforeAnyPageIsProtectedAndSaysLittle() {
        for (var port : List.of(portal.strangerStayingHere(), portal.customer())) {
            for (var path : List.of("/problems/a%5Cb", "/%00", "/a%2Fb", "/problems/%5Cu003csvg", "/%C0%AE")) {
                var answer = port.get(path);
                assertThat(answer.status()).as(path).isIn(302, 400, 404);
                if (answer.status() == 400) {
                    checkHeaders(path, answer);
                    assertThat(answer.body()).as(path).doesNotContainIgnoringCase("<style", "tomcat", "apache", path);
                }
            }
        }
    }

    @Test
    @Asvs("4.1.3")
    void believesNoHeaderAboutItsOwnAddress() {
        var answer = portal.strangerStayingHere()
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Proto", "https")
                .with("Forwarded", "host=evil.example")
                .get("/me");

        assertThat(answer.header("Location").orElse("") + answer.body()).doesNotContain("evil.example");
    }

    @Test
    @Asvs("3.7.2")
    void leadsNobodyToAnotherSite() {
        var kim = portal.signedIn("kim");
        for (var back : List.of(
                "//evil.example",
                "https://evil.example/",
                "/\\evil.example",
                "/%0d%0aLocation:x",
                "javascript:alert(1)")) {
            var token = kim.csrf();
            var answer = kim.post("/language", Map.of("_csrf", token, "tag", "en", "back", back));
            assertThat(answer.uri().getHost()).as(back).isEqualTo("127.0.0.1");
        }
    }

    @Test
    @Asvs({"1.1.1", "1.3.7"})
    void takesWhatLooksLikeATemplateOrAnEscapeLiterally() {
        var kim = portal.signedIn("kim");
        for (var path : List.of(
                "/directories/contoso/customers/%2527",
                "/directories/%25%32%65/customers/x", "/problems/__$%7B7*7%7D__", "/search/__$%7B7*7%7D__::x")) {
            var answer = kim.get(path);
            assertThat(answer.status()).as(path).isIn(400, 404);
            assertThat(answer.body()).as(path).doesNotContain("49::", "__49__");
        }
    }

    private static void checkHeaders(String path, Answer answer) {
        assertThat(answer.header("Content-Security-Policy"))
                .as(path)
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(answer.header("X-Content-Type-Options")).as(path).hasValue("nosniff");
        assertThat(answer.header("Referrer-Policy")).as(path).isPresent();
        assertThat(answer.header("Access-Control-Allow-Origin")).as(path).isEmpty();
        answer.header("Content-Type")
                .filter(type -> type.startsWith("text/"))
                .ifPresent(type -> assertThat(type).as(path).containsIgnoringCase("charset="));
        if (!path.startsWith("/brand/")) {
            assertThat(answer.header("Cache-Control"))
                    .as(path)
                    .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        }
    }

    /** Every address that answers GET on the agents' port, with somebody real where it names a customer. */
    private List<String> pages() {
        var jan = SandboxProcess.shared().control().person("jan-ordinary");
        return portal
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(EveryAnswerTest::answersGet)
                .flatMap(info -> patterns(info))
                .map(pattern -> pattern.replace("{directory}", "contoso")
                        .replace("{id}", String.valueOf(jan.userId()))
                        .replace("{code}", "not-found")
                        .replaceAll("\\{[^}]+}", "00000000-0000-4000-8000-000000000000"))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean answersGet(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static Stream<String> patterns(RequestMappingInfo info) {
        return info.getPatternValues().stream();
    }
}
