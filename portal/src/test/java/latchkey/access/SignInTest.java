package latchkey.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import org.junit.jupiter.api.Test;

@PortalTest
class SignInTest {

    private final PortalProcess portal;

    SignInTest(PortalProcess portal) {
        this.portal = portal;
    }

    @Test
    void anEmployeeWithARoleComesInAndSeesWhatItAllows() {
        var kim = portal.signedIn("kim");

        var me = kim.get("/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.document().select("h1").text()).contains("Kim");
        assertThat(me.document().select(".badge").eachText()).contains("agent");
    }

    @Test
    void anEmployeeWithoutARoleIsToldWhomToAsk() {
        var answer = portal.signIn(portal.stranger(), "lee");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("no-role");
        assertThat(answer.document().select("main").text()).contains("The identity team is at extension 4711.");
        assertThat(answer.document().select("footer").text()).contains("The identity team is at extension 4711.");
        assertThat(answer.document().text()).contains("Ask the people who manage access");
    }

    @Test
    @Asvs({"6.3.2", "7.6.2"})
    void whoIsNotSignedInIsSentToTheIssuer() {
        var answer = portal.strangerStayingHere().get("/me");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/oauth2/authorization/employees"));
    }

    @Test
    @Asvs({"10.1.2", "10.2.1"})
    void theSignInAsksWithAProofKeyAndANonce() {
        var answer = portal.strangerStayingHere().get("/oauth2/authorization/employees");

        assertThat(answer.header("Location").orElseThrow()).contains("code_challenge_method=S256", "nonce=", "state=");
    }

    @Test
    @Asvs("7.2.4")
    void theSessionHasANewIdAfterTheSignIn() {
        var visitor = portal.stranger();
        var picker = visitor.get("/me");
        var before = visitor.cookies().getCookieStore().getCookies().toString();

        visitor.submit(picker, "form:has([name=employee])", Map.of("employee", "kim"));

        assertThat(before).contains("latchkey=");
        assertThat(visitor.cookies().getCookieStore().getCookies().toString()).isNotEqualTo(before);
    }

    @Test
    @Asvs({"7.4.1", "14.3.1"})
    void signingOutEndsTheSessionHereAndAtTheIssuer() {
        var kim = portal.signedIn("kim");

        var after = kim.postForm("/sign-out", Map.of());

        assertThat(after.status()).isEqualTo(200);
        assertThat(portal.sandbox().control().journal("oidc"))
                .anyMatch(entry -> entry.path().endsWith("/oauth2/v2.0/logout"));
        assertThat(kim.get("/me").document().select("[name=employee]")).isNotEmpty();
    }

    @Test
    void aTokenOfTheIssuerOpensTheApi() {
        var answer = portal.bearer("kim").get("/api/v1/me");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("roles").toString()).isEqualTo("[\"agent\"]");
    }

    @Test
    @Asvs("6.8.2")
    void theApiRefusesTokensOfNobodyWithAProblem() {
        var answer = portal.withToken("not.a.token").get("/api/v1/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("not-signed-in");
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    }
}
