package latchkey.directory.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoriesSettings;
import latchkey.directory.DirectoryId;
import latchkey.directory.SignInAnswer;
import latchkey.directory.SignInRoute;
import latchkey.directory.SignInTie;
import latchkey.testing.Asvs;
import latchkey.testing.Bound;
import latchkey.testing.SandboxProcess;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sign-in of customers against the sandbox's user flow: what is believed, and what is not. */
class OidcSignInsTest {

    private static final DirectoryId CONTOSO = new DirectoryId("contoso");
    private static final URI BACK = URI.create("http://127.0.0.1:8081/verify/contoso/back");
    private static final SignInTie TIE =
            new SignInTie("the-state", "the-nonce", "a-verifier-that-is-long-enough-to-be-one-of-rfc-7636");
    private static final String SIGN_IN = "latchkey.directories.contoso.sign-in.";

    private final SandboxProcess sandbox = SandboxProcess.shared();
    private final Map<String, String> settings = new HashMap<>();

    @BeforeEach
    void asTheDemoHasIt() {
        sandbox.control().reset();
        settings.put("latchkey.directories.contoso.name", "Contoso Customers");
        settings.put("latchkey.directories.contoso.tenant", "b2c00000-0000-4000-8000-000000000001");
        settings.put("latchkey.directories.contoso.agents.client-id", "a0000000-0000-4000-8000-000000000001");
        settings.put("latchkey.directories.contoso.agents.client-secret", "sandbox-portal-secret");
        settings.put(SIGN_IN + "authority", sandbox.url() + "/contosocustomers.onmicrosoft.com/B2C_1_verify/v2.0");
        settings.put(SIGN_IN + "issuer", sandbox.url() + "/b2c00000-0000-4000-8000-000000000001/v2.0/");
        settings.put(SIGN_IN + "client-id", "a0000000-0000-4000-8000-000000000008");
        settings.put(SIGN_IN + "client-secret", "sandbox-verify-secret");
        settings.put(SIGN_IN + "policy", "B2C_1_verify");
    }

    @Test
    void whoSignedInIsKnownByTheirObjectId() {
        var jan = sandbox.control().person("jan-ordinary");
        assertThat(signIns().end(CONTOSO, BACK, TIE, codeOf("jan-ordinary")))
                .isEqualTo(new SignInAnswer.SignedIn(new CustomerId(CONTOSO, jan.userId())));
    }

    @Test
    @Asvs("10.2.1")
    void theRequestTiesTheAnswerToOneBrowserAndAsksForAFreshSignIn() {
        assertThat(route(signIns()).getRawQuery())
                .contains("state=the-state", "nonce=the-nonce", "code_challenge_method=S256", "prompt=login")
                .doesNotContain(TIE.verifier());
    }

    @Test
    void aTokenThatAnotherBrowserAskedForShowsNobody() {
        var other = new SignInTie(TIE.state(), "another-nonce", TIE.verifier());
        assertThat(signIns().end(CONTOSO, BACK, other, codeOf("jan-ordinary")))
                .isInstanceOf(SignInAnswer.NotShown.class);
    }

    @Test
    @Asvs("10.2.1")
    void whoeverDidNotBeginItGetsNoTokenForTheCode() {
        var other = new SignInTie(TIE.state(), TIE.nonce(), "another-verifier-of-the-same-length-as-it-should-be");
        assertThat(signIns().end(CONTOSO, BACK, other, codeOf("jan-ordinary")))
                .isInstanceOf(SignInAnswer.NotShown.class);
    }

    @Test
    void aCodeIsGoodOnce() {
        var code = codeOf("jan-ordinary");
        signIns().end(CONTOSO, BACK, TIE, code);
        assertThat(signIns().end(CONTOSO, BACK, TIE, code)).isInstanceOf(SignInAnswer.NotShown.class);
    }

    @Test
    void anotherFlowsTokenShowsNobody() {
        settings.put(SIGN_IN + "policy", "B2C_1_sign_up_or_in");
        assertThat(signIns().end(CONTOSO, BACK, TIE, codeOf("jan-ordinary"))).isInstanceOf(SignInAnswer.NotShown.class);
    }

    @Test
    void aSignInOfLongAgoShowsNobody() {
        var later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11));
        assertThat(signIns(later).end(CONTOSO, BACK, TIE, codeOf("jan-ordinary")))
                .isInstanceOf(SignInAnswer.NotShown.class);
    }

    @Test
    void anIssuerThatTheSettingsDoNotNameIsNotUsed() {
        settings.remove(SIGN_IN + "issuer");
        assertThat(signIns().begin(CONTOSO, BACK, TIE)).isInstanceOf(SignInRoute.Away.class);
    }

    @Test
    void anAuthorityThatIsAwayIsSaidToBe() {
        settings.put(SIGN_IN + "authority", "http://127.0.0.1:" + SandboxProcess.freePort() + "/v2.0");
        assertThat(signIns().begin(CONTOSO, BACK, TIE)).isInstanceOf(SignInRoute.Away.class);
        assertThat(signIns().end(CONTOSO, BACK, TIE, "a-code")).isInstanceOf(SignInAnswer.Away.class);
    }

    @Test
    void aDirectoryWithoutASignInIsNotOffered() {
        settings.keySet().removeIf(key -> key.startsWith(SIGN_IN));
        assertThat(signIns().places()).isEmpty();
    }

    private String codeOf(String person) {
        var browser = Visitor.stayingHere(URI.create(sandbox.url()));
        var page = browser.get(route(signIns()).toString());
        var answer = browser.submit(
                page,
                "form#picked",
                Map.of(
                        "customer",
                        String.valueOf(sandbox.control().person(person).userId())));
        return answer.header("Location").orElseThrow().replaceFirst(".*[?&]code=([^&]*).*", "$1");
    }

    private static URI route(OidcSignIns signIns) {
        return ((SignInRoute.To) signIns.begin(CONTOSO, BACK, TIE)).address();
    }

    private OidcSignIns signIns() {
        return signIns(Clock.systemUTC());
    }

    private OidcSignIns signIns(Clock clock) {
        return new OidcSignIns(
                Bound.settings(DirectoriesSettings.class, settings),
                Bound.settings(SignInSettings.class, settings),
                clock);
    }
}
