package latchkey.directory.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import latchkey.directory.DirectoryId;
import latchkey.testing.Bound;
import org.junit.jupiter.api.Test;

class SignInSettingsTest {

    private static final String PREFIX = "latchkey.directories.contoso.sign-in.";
    private static final DirectoryId CONTOSO = new DirectoryId("contoso");

    private final Map<String, String> settings = new HashMap<>(Map.of(
            PREFIX + "authority", "https://contoso.b2clogin.com/contoso.onmicrosoft.com/B2C_1_verify/v2.0",
            PREFIX + "client-id", "a-client",
            PREFIX + "client-secret", "a-secret"));

    @Test
    void nobodySignsInUnlessTheSettingsSayWhere() {
        assertThat(Bound.settings(SignInSettings.class, Map.of()).of(CONTOSO)).isEmpty();
    }

    @Test
    void theIssuerIsTheAuthorityUnlessToldOtherwise() {
        assertThat(signIn().issuer()).isEqualTo(signIn().authority());
        assertThat(signIn().policy()).isNull();
    }

    @Test
    void everyKeyMaps() {
        settings.put(PREFIX + "issuer", "https://contoso.b2clogin.com/a-tenant/v2.0/");
        settings.put(PREFIX + "policy", "B2C_1_verify");
        var signIn = signIn();
        assertThat(signIn.issuer()).isEqualTo(URI.create("https://contoso.b2clogin.com/a-tenant/v2.0/"));
        assertThat(signIn.clientId()).isEqualTo("a-client");
        assertThat(signIn.clientSecret().reveal()).isEqualTo("a-secret");
        assertThat(signIn.policy()).isEqualTo("B2C_1_verify");
        assertThat(signIn.metadata().toString()).endsWith("/v2.0/.well-known/openid-configuration");
        assertThat(signIn.isAt("https://contoso.b2clogin.com/any")).isTrue();
        assertThat(signIn.isAt("https://elsewhere.example/any")).isFalse();
    }

    @Test
    void theSecretTravelsInTheClearOnlyInsideThisMachine() {
        settings.put(PREFIX + "authority", "http://login.example/v2.0");
        assertThatThrownBy(this::signIn).hasStackTraceContaining("must begin with https://");
    }

    private SignInSettings.SignIn signIn() {
        return Bound.settings(SignInSettings.class, settings).of(CONTOSO).orElseThrow();
    }
}
