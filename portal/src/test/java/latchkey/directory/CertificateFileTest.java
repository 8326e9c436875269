package latchkey.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import latchkey.settings.Secret;
import latchkey.testing.TestCertificate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files with a certificate and its key an app registration can use. */
class CertificateFileTest {

    private static final Secret PASSWORD = Secret.of(TestCertificate.PASSWORD);

    @TempDir
    private static Path folder;

    private static TestCertificate mine;
    private static TestCertificate other;

    @BeforeAll
    static void makeThem() {
        mine = TestCertificate.in(folder, "mine");
        other = TestCertificate.in(folder, "other");
    }

    @Test
    void pkcs12AndPemAreRead() {
        var pem = pem("both.pem", mine.key() + mine.certificate());

        var fromPkcs12 = new CertificateFile(mine.pkcs12(), PASSWORD).read();
        var fromPem = new CertificateFile(pem, null).read();

        assertThat(fromPem.certificate()).isEqualTo(fromPkcs12.certificate());
        assertThat(fromPem.key().getModulus()).isEqualTo(fromPkcs12.key().getModulus());
    }

    @Test
    void aReplacedFileCountsAtOnce() {
        var pem = pem("replaced.pem", mine.key() + mine.certificate());
        var file = new CertificateFile(pem, null);
        var before = file.read().certificate();

        TestCertificate.secretFile(pem, other.key() + other.certificate());

        assertThat(file.read().certificate()).isNotEqualTo(before);
    }

    @Test
    void aKeyThatEverybodyMayReadIsRefused() throws IOException {
        var open = pem("open.pem", mine.key() + mine.certificate());
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        assertRefused(open, null, "everybody on this machine may read the private key", "chmod o=");
    }

    @Test
    void theGroupMayReadAsContainersNeed() throws IOException {
        var shared = pem("shared.pem", mine.key() + mine.certificate());
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("r--r-----"));

        assertThat(new CertificateFile(shared, null).read().certificate()).isNotNull();
    }

    @Test
    void whatNothingCouldBeSignedWithIsRefused() {
        assertRefused(folder.resolve("absent.pem"), null, "cannot be read");
        assertRefused(mine.pkcs12(), Secret.of("wrong"), "cannot be read", "password");
        assertRefused(pem("half.pem", mine.certificate()), null, "does not hold a certificate and its RSA key");
        assertRefused(pem("key.pem", mine.key()), null, "does not hold a certificate and its RSA key");
        assertRefused(pem("text.pem", "hello"), null, "does not hold a certificate and its RSA key");
        assertRefused(pem("mixed.pem", mine.key() + other.certificate()), null, "do not belong together");
    }

    private static void assertRefused(Path file, Secret password, String... words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CertificateFile(file, password))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
    }

    private static Path pem(String name, String content) {
        return TestCertificate.secretFile(folder.resolve(name), content);
    }
}
