package sandbox.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandbox.Answer;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Certificates instead of secrets: facts §2. */
class CertificateAssertionTest {

    private static final String PORTAL = "a0000000-0000-4000-8000-000000000001";
    private static final String PATH = "/" + StartedSandbox.CUSTOMERS + "/oauth2/v2.0/token";

    @TempDir
    private static Path folder;

    private static Pair registered;
    private static Pair stranger;

    private record Pair(X509Certificate certificate, PrivateKey key) {}

    @BeforeAll
    static void makeKeys() throws Exception {
        registered = pair("registered");
        stranger = pair("stranger");
    }

    @BeforeEach
    void register() {
        StartedSandbox.reset();
        var answer = register(PORTAL, X509CertUtils.toPEMString(registered.certificate()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    @Test
    void whoHoldsTheKeyGetsATokenThatOpensGraph() {
        var answer = ask(signed(registered, claims -> claims));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var graph = GraphClient.withToken(answer.json().path("access_token").asString());
        assertThat(graph.get("/organization").status()).isEqualTo(200);
    }

    @Test
    void theOlderThumbprintAndAlgorithmAreTakenToo() throws Exception {
        var sha1 = MessageDigest.getInstance("SHA-1")
                .digest(registered.certificate().getEncoded());
        @SuppressWarnings("deprecation")
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .x509CertThumbprint(Base64URL.encode(sha1))
                .build();

        assertThat(ask(signed(registered, header, claims -> claims)).status()).isEqualTo(200);
    }

    @Test
    void anotherKeyOpensNothing() {
        assertRefused(ask(signed(stranger, claims -> claims)), 700027);
        var forged = signed(stranger, header(registered), claims -> claims);
        assertRefused(ask(forged), 700027);
    }

    @Test
    void anAssertionForAnotherEndpointOrApplicationOpensNothing() {
        assertRefused(ask(signed(registered, claims -> claims.audience("https://elsewhere.example/token"))), 700027);
        assertRefused(ask(signed(registered, claims -> claims.issuer("somebody"))), 700027);
        assertRefused(ask(signed(registered, claims -> claims.jwtID(null))), 700027);
    }

    @Test
    void anOldAssertionOpensNothing() {
        var anHourAgo = Date.from(Instant.now().minusSeconds(3_600));

        assertRefused(ask(signed(registered, claims -> claims.expirationTime(anHourAgo))), 700024);
    }

    @Test
    void anAssertionOpensOnlyOnce() {
        var assertion = signed(registered, claims -> claims);

        assertThat(ask(assertion).status()).isEqualTo(200);
        assertRefused(ask(assertion), 700027);
        assertThat(ask(signed(registered, claims -> claims)).status()).isEqualTo(200);
    }

    @Test
    void whatIsNoAssertionIsSaidToBeNone() {
        assertRefused(ask("garbage"), 700027);
    }

    @Test
    void theApplicationShowsItsCertificateAndItsEnd() {
        var shown = GraphClient.portal().get("/applications(appId='" + PORTAL + "')?$select=keyCredentials");

        var credential = shown.json().path("keyCredentials").path(0);
        assertThat(credential.path("usage").asString()).isEqualTo("Verify");
        assertThat(credential.path("endDateTime").asString())
                .isEqualTo(registered.certificate().getNotAfter().toInstant().toString());
    }

    @Test
    void onlyCertificatesOfKnownApplicationsAreRegistered() {
        assertThat(register(PORTAL, "no certificate").status()).isEqualTo(400);
        assertThat(register(UUID.randomUUID().toString(), X509CertUtils.toPEMString(registered.certificate()))
                        .status())
                .isEqualTo(404);
    }

    private static Answer register(String appId, String pem) {
        return StartedSandbox.send(
                "POST", "/sandbox/api/applications/" + appId + "/certificates", pem, "Content-Type", "text/plain");
    }

    private static Answer ask(String assertion) {
        return StartedSandbox.form(
                PATH,
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        PORTAL,
                        "client_assertion_type",
                        ClientAssertion.TYPE,
                        "client_assertion",
                        assertion,
                        "scope",
                        "https://graph.microsoft.com/.default"));
    }

    private static void assertRefused(Answer answer, int code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(401);
        assertThat(answer.json().path("error").asString()).isEqualTo("invalid_client");
        assertThat(answer.json().path("error_codes").path(0).asInt()).isEqualTo(code);
    }

    private static String signed(Pair pair, UnaryOperator<JWTClaimsSet.Builder> changed) {
        return signed(pair, header(pair), changed);
    }

    private static String signed(Pair pair, JWSHeader header, UnaryOperator<JWTClaimsSet.Builder> changed) {
        var now = Instant.now();
        var claims = changed.apply(new JWTClaimsSet.Builder()
                .audience(StartedSandbox.root() + PATH)
                .issuer(PORTAL)
                .subject(PORTAL)
                .jwtID(UUID.randomUUID().toString())
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300))));
        var token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(pair.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static JWSHeader header(Pair pair) {
        return new JWSHeader.Builder(JWSAlgorithm.PS256)
                .x509CertSHA256Thumbprint(X509CertUtils.computeSHA256Thumbprint(pair.certificate()))
                .build();
    }

    private static Pair pair(String name) throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve(name + ".p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var stream = Files.newInputStream(file)) {
            store.load(stream, "changeit".toCharArray());
        }
        return new Pair((X509Certificate) store.getCertificate(name), (PrivateKey)
                store.getKey(name, "changeit".toCharArray()));
    }
}
