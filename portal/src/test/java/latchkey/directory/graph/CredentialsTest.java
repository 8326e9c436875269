package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.UUID;
import latchkey.directory.CertificateFile;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure.Misconfigured;
import latchkey.directory.DirectorySettings.AppRegistration;
import latchkey.directory.DirectorySettings.NextCredential;
import latchkey.settings.Secret;
import latchkey.testing.Asvs;
import latchkey.testing.SandboxProcess;
import latchkey.testing.TestCertificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials of an app registration against the sandbox's token endpoint: certificates, and two at once (facts §2). */
class CredentialsTest {

    private static final UUID PORTAL = UUID.fromString("a0000000-0000-4000-8000-000000000001");
    private static final Secret GOOD = Secret.of("sandbox-portal-secret");
    private static final Secret EXPIRED = Secret.of("sandbox-portal-secret-expired");
    private static final Secret WRONG = Secret.of("wrong");

    @TempDir
    private static Path folder;

    private static TestCertificate registered;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private SandboxProcess sandbox;

    @BeforeAll
    static void makeCertificate() {
        registered = TestCertificate.in(folder, "registered");
    }

    @BeforeEach
    void seedAgain() {
        sandbox = SandboxProcess.fresh();
        sandbox.control().certify(PORTAL, registered.certificate());
    }

    @Test
    @Asvs("13.2.1")
    void aCertificateOpensTheDirectoryWithoutAnySecret() {
        var directory = with(new AppRegistration(PORTAL, null, pkcs12(registered), null, null, null));

        assertThat(directory.attributes()).isNotEmpty();
    }

    @Test
    void aCertificateThatIsNotRegisteredIsToldByItsNumber() {
        var stranger = TestCertificate.in(folder, "stranger");
        var directory = with(new AppRegistration(PORTAL, null, pkcs12(stranger), null, null, null));

        assertThatThrownBy(directory::attributes)
                .isInstanceOfSatisfying(
                        Misconfigured.class,
                        refused -> assertThat(refused.code()).isEqualTo("AADSTS700027"));
    }

    @Test
    void theNextSecretTakesOverWhenTheFirstHasExpired() {
        var directory = with(twoSecrets(EXPIRED, GOOD));

        assertThat(directory.attributes()).isNotEmpty();

        assertThat(refused("client-secret")).isEqualTo(1);
        assertThat(refused("next.client-secret")).isZero();
    }

    @Test
    void whatWorksIsRememberedAndTriedFirst() {
        var proofs = proofs(twoSecrets(EXPIRED, GOOD));
        proofs.current();
        sandbox.control().clearJournal();

        proofs.insteadOf(proofs.current());

        assertThat(sandbox.control().journal("token")).hasSize(1);
    }

    @Test
    void aCertificateIsTriedBeforeTheSecretThatItReplaces() {
        var directory = with(new AppRegistration(PORTAL, WRONG, pkcs12(registered), null, null, null));

        assertThat(directory.attributes()).isNotEmpty();

        assertThat(meters.find("latchkey.directory.credential.refused")
                        .tag("credential", "client-secret")
                        .gauge())
                .isNull();
    }

    @Test
    void whenAllAreRefusedTheFirstRefusalIsTold() {
        var directory = with(twoSecrets(EXPIRED, WRONG));

        assertThatThrownBy(directory::attributes)
                .isInstanceOfSatisfying(
                        Misconfigured.class,
                        refused -> assertThat(refused.code()).isEqualTo("AADSTS7000222"));
        assertThat(refused("client-secret")).isEqualTo(1);
        assertThat(refused("next.client-secret")).isEqualTo(1);
    }

    @Test
    void whatIsNoFaultOfTheCredentialDoesNotTryAnother() {
        var stranger = UUID.fromString("a0000000-0000-4000-8000-0000000000ff");
        var directory =
                with(new AppRegistration(stranger, GOOD, null, null, null, new NextCredential(GOOD, null, null, null)));

        assertThatThrownBy(directory::attributes)
                .isInstanceOfSatisfying(
                        Misconfigured.class,
                        refused -> assertThat(refused.code()).isEqualTo("AADSTS700016"));
        assertThat(sandbox.control().journal("token")).hasSize(1);
    }

    private Directory with(AppRegistration registration) {
        var settings = Reached.settings(sandbox.url(), Reached.TENANT, registration);
        return Reached.with(settings, meters).forAgents(Reached.CONTOSO).orElseThrow();
    }

    private Tokens proofs(AppRegistration registration) {
        var settings = Reached.settings(sandbox.url(), Reached.TENANT, registration);
        var report = new CredentialReport(Reached.CONTOSO, Lane.AGENT, meters);
        return new Tokens(settings, registration, new Wire(), java.time.Clock.systemUTC(), report);
    }

    private double refused(String credential) {
        return meters.get("latchkey.directory.credential.refused")
                .tags("directory", "contoso", "lane", "agent", "credential", credential)
                .gauge()
                .value();
    }

    private static AppRegistration twoSecrets(Secret first, Secret next) {
        return new AppRegistration(PORTAL, first, null, null, null, new NextCredential(next, null, null, null));
    }

    private static CertificateFile pkcs12(TestCertificate certificate) {
        return new CertificateFile(certificate.pkcs12(), Secret.of(TestCertificate.PASSWORD));
    }
}
