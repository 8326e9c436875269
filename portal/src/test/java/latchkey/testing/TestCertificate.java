package latchkey.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A certificate of one's own making with its key, as files that an app registration can use. */
public final class TestCertificate {

    /** Of the PKCS #12 files. */
    public static final String PASSWORD = "changeit";

    private final Path pkcs12;
    private final String certificate;
    private final String key;

    private TestCertificate(Path pkcs12, String certificate, String key) {
        this.pkcs12 = pkcs12;
        this.certificate = certificate;
        this.key = key;
    }

    /** A new one, in files of that folder. */
    public static TestCertificate in(Path folder, String name) {
        try {
            var file = folder.resolve(name + ".p12");
            make(file, name);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            var store = KeyStore.getInstance("PKCS12");
            try (var stream = Files.newInputStream(file)) {
                store.load(stream, PASSWORD.toCharArray());
            }
            return new TestCertificate(
                    file,
                    block("CERTIFICATE", store.getCertificate(name).getEncoded()),
                    block(
                            "PRIVATE KEY",
                            store.getKey(name, PASSWORD.toCharArray()).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path pkcs12() {
        return pkcs12;
    }

    /** The certificate alone, in PEM. */
    public String certificate() {
        return certificate;
    }

    /** The key alone, in PEM. */
    public String key() {
        return key;
    }

    /** A file that only its owner may read. */
    public static Path secretFile(Path file, String content) {
        try {
            Files.writeString(file, content);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String block(String what, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }

    private static void make(Path file, String name) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "30",
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString());
        try {
            if (command.inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("keytool made no certificate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
