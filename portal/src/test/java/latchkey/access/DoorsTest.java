package latchkey.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import org.junit.jupiter.api.Test;

@PortalTest
class DoorsTest {

    private final PortalProcess portal;

    DoorsTest(PortalProcess portal) {
        this.portal = portal;
    }

    @Test
    void noPageOfTheAgentsExistsOnTheCustomersPort() {
        for (var path : new String[] {"/", "/me", "/audit", "/api/v1/me", "/oauth2/authorization/employees"}) {
            assertThat(portal.customer().get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void healthAndStylesAreOnBothPorts() {
        for (var path : new String[] {"/actuator/health", "/brand/brand.css", "/assets/latchkey.css"}) {
            assertThat(portal.customer().get(path).status()).as(path).isEqualTo(200);
            assertThat(portal.stranger().get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void everyAnswerCarriesTheProtectiveHeaders() {
        var answers = new latchkey.testing.Answer[] {
            portal.strangerStayingHere().get("/me"),
            portal.customer().get("/nothing"),
            portal.withToken("x").get("/api/v1/me"),
            portal.signedIn("kim").get("/nothing"),
        };
        for (var answer : answers) {
            assertThat(answer.header("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
            assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.header("Cache-Control")).hasValue("no-store");
        }
    }

    @Test
    void theTypeOfAProblemIsAnAddressThatExplainsIt() {
        var refused = portal.withToken("x").get("/api/v1/me");
        var explained = portal.stranger()
                .get(URI.create(refused.json().path("type").asString()).getPath());

        assertThat(explained.status()).isEqualTo(200);
        assertThat(explained.document().text()).contains("You are not signed in", "not-signed-in", "401");
        assertThat(portal.stranger().get("/problems/nonsense").status()).isEqualTo(404);
    }

    @Test
    @Asvs("3.5.1")
    void aFormWithoutItsTokenDoesNothing() {
        var answer = portal.signedIn("kim").post("/sign-out", Map.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("csrf-missing");
    }

    @Test
    @Asvs("3.5.1")
    void aFormFromAnotherSiteDoesNothingEvenWithTheToken() {
        var kim = portal.signedIn("kim");
        var token = kim.csrf();

        var answer = kim.with("Sec-Fetch-Site", "cross-site").post("/sign-out", Map.of("_csrf", token));

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    @Asvs("8.2.1")
    void aViewerMayNotReadTheTrailByPageOrApi() {
        assertThat(portal.signedIn("pat").get("/audit").problem()).isEqualTo("not-permitted");
        assertThat(portal.bearer("pat").get("/api/v1/audit").problem()).isEqualTo("not-permitted");
    }

    @Test
    @Asvs("16.3.2")
    void anAuditorFindsTheRefusalOfAnotherInTheTrail() {
        portal.bearer("pat").get("/api/v1/audit");

        var trail = portal.bearer("alex").get("/api/v1/audit?action=open-page");

        assertThat(trail.status()).isEqualTo(200);
        assertThat(trail.json().path("items").path(0).path("refusal").asString(""))
                .isEqualTo("not-permitted");
        assertThat(portal.signedIn("alex").get("/audit").status()).isEqualTo(200);
    }

    @Test
    @Asvs("5.2.1")
    void aHugeBodyIsRefusedBeforeItIsRead() {
        var answer = portal.bearer("kim")
                .send("POST", "/api/v1/searches", BodyPublishers.ofByteArray(new byte[1024 * 1024]), Map.of());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("request-too-large");
    }

    @Test
    @Asvs({"15.3.3", "2.2.1"})
    void jsonThatIsNoneOrSaysTooMuchIsToldSo() {
        var kim = portal.bearer("kim");

        assertThat(kim.postJson("/api/v1/searches", "{").problem()).isEqualTo("malformed-request");
        assertThat(kim.postJson("/api/v1/searches", "{\"query\":\"jan\",\"extra\":1}")
                        .json()
                        .path("detail")
                        .asString(""))
                .contains("extra");
    }

    @Test
    @Asvs({"3.5.2", "16.5.1"})
    void wrongMethodsTypesAndAddressesAreProblemsToo() {
        var kim = portal.bearer("kim");

        assertThat(kim.postJson("/api/v1/me", Map.of()).problem()).isEqualTo("method-not-allowed");
        assertThat(kim.get("/api/v1/nothing").problem()).isEqualTo("not-found");
        assertThat(kim.send(
                                "POST",
                                "/api/v1/searches",
                                BodyPublishers.ofString("x"),
                                Map.of("Content-Type", "text/plain"))
                        .problem())
                .isEqualTo("unsupported-media-type");
    }
}
