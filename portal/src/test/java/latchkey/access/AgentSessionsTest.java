package latchkey.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxProcess;
import latchkey.testing.ShiftedClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sessions of agents through the doors of a portal with the limit that ships. */
class AgentSessionsTest {

    private static final String SIGN_IN = "/oauth2/authorization/employees";

    private static final ShiftedClock CLOCK = new ShiftedClock();

    private static PortalProcess portal;

    @BeforeAll
    static void open() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(Map.of("latchkey.access.sessions.at-once", "2"), CLOCK);
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @BeforeEach
    void nobodyIsSignedIn() {
        CLOCK.move(Duration.ofHours(9));
    }

    @Test
    void aThirdPlaceEndsTheOldestWhichIsToldWhy() {
        var first = portal.signedIn("kim");
        CLOCK.move(Duration.ofSeconds(1));
        var second = portal.signedIn("kim");
        CLOCK.move(Duration.ofSeconds(1));
        var third = portal.signedIn("kim");

        var told = first.get("/me");
        ended(told, "You signed in at another place");
        assertThat(first.get("/api/v1/me").json().path("kind").asString()).isEqualTo("too-many");
        assertThat(second.get("/me").status()).isEqualTo(200);
        assertThat(third.get("/me").status()).isEqualTo(200);
        assertThat(told.document().select("a[href=" + SIGN_IN + "]")).hasSize(1);
        assertThat(first.get(SIGN_IN).status()).isEqualTo(200);
        assertThat(first.get("/me").status()).isEqualTo(200);
    }

    @Test
    void aCookieInAnotherNetworkIsGoodForNothingAnyMore() {
        var kim = portal.signedIn("kim");
        var thief = kim.inAnotherNetwork();

        ended(thief.get("/me"), "another network");
        assertThat(thief.get("/api/v1/me").problem()).isEqualTo("session-ended");
        ended(kim.get("/me"), "another network");
        assertThat(endings()).contains("network-changed");
    }

    @Test
    void aCookieInAnotherBrowserIsGoodForNothingAnyMore() {
        var kim = portal.signedIn("kim");

        ended(kim.with("User-Agent", "Mozilla/5.0 (stolen)").get("/me"), "another browser");
        assertThat(kim.get("/api/v1/me").problem()).isEqualTo("session-ended");
    }

    @Test
    @Asvs("7.4.5")
    void anAdministratorSeesSessionsOnThePageAndEndsOne() {
        var kim = portal.signedIn("kim");
        var jo = portal.signedIn("jo");

        var page = jo.get("/sessions");
        assertThat(page.document().select("h2").eachText()).contains("Kim Andersen", "Jo Whitfield");
        var form = "[data-session]:has(h2:contains(Kim Andersen)) form";
        var silent = jo.submit(page, form, Map.of("which", "one", "why", " "));
        assertThat(silent.problem()).isEqualTo("invalid-reason");
        assertThat(kim.get("/me").status()).isEqualTo(200);
        var after = jo.submit(page, form, Map.of("which", "one", "why", "lost the laptop"));

        assertThat(after.document().select("h2").eachText()).doesNotContain("Kim Andersen");
        ended(kim.get("/me"), "An administrator ended it");
        assertThat(jo.submit(page, form, Map.of("which", "one", "why", "once more"))
                        .problem())
                .isEqualTo("session-not-found");
    }

    @Test
    @Asvs("7.4.5")
    void aProgramEndsAllSessionsOfAPerson() {
        var first = portal.signedIn("kim");
        var second = portal.signedIn("kim");
        var robin = portal.signedIn("robin");
        var jo = portal.bearer("jo");

        var open = jo.get("/api/v1/sessions").json().path("sessions");
        var kims = StreamSupport.stream(open.spliterator(), false)
                .filter(one -> one.path("name").asString().startsWith("Kim"))
                .toList();
        assertThat(kims).hasSize(2);
        var end = "/api/v1/sessions/" + kims.getFirst().path("id").asString() + "/end";
        assertThat(jo.postJson(end, Map.of("all", true)).problem()).isEqualTo("invalid-reason");
        assertThat(jo.postJson(end, Map.of("all", true, "why", "left the company"))
                        .status())
                .isEqualTo(200);

        ended(first.get("/me"), "An administrator ended it");
        ended(second.get("/me"), "An administrator ended it");
        assertThat(robin.get("/me").status()).isEqualTo(200);
        assertThat(portal.bearer("alex")
                        .get("/api/v1/audit?action=end-session")
                        .json()
                        .path("items")
                        .path(0)
                        .path("reason")
                        .asString())
                .isEqualTo("left the company");
    }

    @Test
    void whoIsNoAdministratorNeitherSeesNorEndsThem() {
        var path = "/sessions";
        assertThat(portal.signedIn("robin").get(path).problem()).isEqualTo("not-permitted");
        assertThat(portal.bearer("robin").get("/api/v1" + path).problem()).isEqualTo("not-permitted");
        assertThat(portal.bearer("robin")
                        .postJson("/api/v1/sessions/" + UUID.randomUUID() + "/end", Map.of("why", "x"))
                        .problem())
                .isEqualTo("not-permitted");
    }

    @Test
    @Asvs("7.5.2")
    void anAgentSeesTheirOwnSessionsAndEndsAnother() {
        var lost = portal.signedIn("kim");
        CLOCK.move(Duration.ofSeconds(1));
        var here = portal.signedIn("kim");
        var robin = portal.signedIn("robin");

        var me = here.get("/me");
        assertThat(me.document().select("[data-session]")).hasSize(2);
        assertThat(me.document().select("[data-session] .good").eachText()).containsExactly("here");
        here.submit(me, "[data-session] form", Map.of());

        ended(lost.get("/me"), "You ended it from another place");
        assertThat(here.get("/me").status()).isEqualTo(200);
        var mine = id(here.get("/me"));
        assertThat(robin.postForm("/me/sessions/" + mine + "/end", Map.of()).problem())
                .isEqualTo("session-not-found");
        assertThat(portal.bearer("robin")
                        .postJson("/api/v1/me/sessions/" + mine + "/end", Map.of())
                        .problem())
                .isEqualTo("session-not-found");
        assertThat(portal.bearer("kim")
                        .postJson("/api/v1/me/sessions/" + mine + "/end", Map.of())
                        .status())
                .isEqualTo(200);
        ended(here.get("/me"), "You ended it from another place");
    }

    @Test
    @Asvs({"7.3.1", "7.6.1"})
    void whoWasAwayTooLongIsSentToSignInAgain() {
        var kim = portal.signedIn("kim");
        CLOCK.move(Duration.ofMinutes(14));
        assertThat(kim.get("/me").document().select("h1").text()).contains("Kim");
        CLOCK.move(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(kim.get("/api/v1/me").problem()).isEqualTo("not-signed-in");
    }

    @Test
    @Asvs("7.4.1")
    void whoSignedOutElsewhereIsSignedOutHere() {
        var kim = portal.signedIn("kim");
        var issuer = portal.sandbox().url() + "/e0000000-0000-4000-8000-000000000002";

        var signedOut = kim.get(issuer + "/oauth2/v2.0/logout");
        var frames = signedOut.document().select("iframe").eachAttr("src");
        assertThat(frames).singleElement().asString().startsWith(portal.url() + "/logout/front-channel?");
        var wrong = frames.getFirst().replaceAll("iss=[^&]*", "iss=https%3A%2F%2Fevil.example");
        assertThat(portal.stranger().get(wrong).status()).isEqualTo(204);
        assertThat(kim.get("/api/v1/me").status()).isEqualTo(200);

        var called = portal.stranger().get(frames.getFirst());

        assertThat(called.status()).isEqualTo(204);
        assertThat(called.header("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        assertThat(kim.get("/api/v1/me").problem()).isEqualTo("not-signed-in");
        assertThat(endings()).contains("signed-out-elsewhere");
    }

    private static List<String> endings() {
        var entries = portal.bearer("alex")
                .get("/api/v1/audit?action=end-session")
                .json()
                .path("items");
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path("facts").path("ending").asString(""))
                .toList();
    }

    private static String id(Answer me) {
        return me.document().expectFirst("[data-session]:has(.good)").attr("data-session");
    }

    private static void ended(Answer answer, String why) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("session-ended");
        assertThat(answer.document().text()).contains(why);
    }
}
