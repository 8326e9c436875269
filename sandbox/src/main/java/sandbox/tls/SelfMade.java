package sandbox.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * A key for localhost and 127.0.0.1 whose certificate nobody but itself vouches for: clients that trust the certificate
 * trust the sandbox, and nothing else. Made anew at each start by the JDK's own {@code keytool}.
 */
final class SelfMade {

    static final String PASSWORD = "sandbox";

    private static final String ALIAS = "sandbox";

    private final KeyStore keys;

    private SelfMade(KeyStore keys) {
        this.keys = keys;
    }

    /** @throws IllegalStateException when this Java has no {@code keytool} or it fails */
    static SelfMade now() {
        try {
            var folder = Files.createTempDirectory("sandbox-tls");
            try {
                return new SelfMade(made(folder.resolve("keys.p12")));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key for TLS cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    KeyStore keys() {
        return keys;
    }

    /** The certificate in the text form that {@code openssl} and browsers read (RFC 7468 §5). */
    String pem() {
        try {
            Certificate certificate = keys.getCertificate(ALIAS);
            var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate cannot be written", e);
        }
    }

    private static KeyStore made(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "30",
                        "-dname",
                        "CN=Latchkey sandbox",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-ext",
                        "BC:critical=ca:true",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool made no key for TLS: " + said);
        }
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }
}
