package latchkey.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import latchkey.settings.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * A file with a certificate and its private key, in PEM or PKCS #12; read anew for each token, so that a replaced file
 * counts at once.
 *
 * @param file ends in {@code .p12} or {@code .pfx} for PKCS #12; any other is read as PEM
 * @param password of the file or of the key in it; null when there is none
 */
public record CertificateFile(Path file, @Nullable Secret password) {

    /** A certificate with the key that signs for it. */
    public record Signer(X509Certificate certificate, RSAPrivateKey key) {}

    /** Refuses a file that nothing could be signed with, before the first token is asked for. */
    public CertificateFile {
        read(file, password);
    }

    /**
     * What is in the file now.
     *
     * @throws IllegalArgumentException saying what is wrong with it and what to do
     */
    public Signer read() {
        return read(file, password);
    }

    private static Signer read(Path file, @Nullable Secret password) {
        try {
            demandPrivate(file);
            var signer = isPkcs12(file) ? pkcs12(file, password) : pem(file, password);
            if (!(signer.certificate().getPublicKey() instanceof RSAPublicKey known)
                    || !known.getModulus().equals(signer.key().getModulus())) {
                throw new IllegalArgumentException("certificate and key in %s do not belong together".formatted(file));
            }
            return signer;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the file %s cannot be read; check that it is there, its rights and its password".formatted(file),
                    e);
        }
    }

    // Group members may read: that is how containers are given secrets.
    private static void demandPrivate(Path file) throws IOException {
        var rights = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (rights != null && rights.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ)) {
            throw new IllegalArgumentException(
                    "everybody on this machine may read the private key in %s; take the right away: chmod o= %s"
                            .formatted(file, file));
        }
    }

    private static boolean isPkcs12(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".p12") || name.endsWith(".pfx");
    }

    private static Signer pkcs12(Path file, @Nullable Secret password) throws IOException, GeneralSecurityException {
        var letters = password == null ? new char[0] : password.reveal().toCharArray();
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            store.load(stream, letters);
        }
        for (var alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return signer(
                        file, (X509Certificate) store.getCertificate(alias), (PrivateKey) store.getKey(alias, letters));
            }
        }
        throw incomplete(file);
    }

    private static Signer pem(Path file, @Nullable Secret password) throws IOException {
        try {
            var content = PemContent.load(file);
            return signer(file, first(file, content.getCertificates()), key(content, password));
        } catch (IllegalStateException e) {
            throw incomplete(file);
        }
    }

    private static @Nullable PrivateKey key(PemContent content, @Nullable Secret password) {
        return content.getPrivateKey(password == null ? null : password.reveal());
    }

    private static X509Certificate first(Path file, @Nullable List<X509Certificate> chain) {
        if (chain == null || chain.isEmpty()) {
            throw incomplete(file);
        }
        return Objects.requireNonNull(chain.getFirst());
    }

    private static Signer signer(Path file, @Nullable X509Certificate certificate, @Nullable PrivateKey key) {
        if (certificate == null || !(key instanceof RSAPrivateKey rsa)) {
            throw incomplete(file);
        }
        return new Signer(certificate, rsa);
    }

    private static IllegalArgumentException incomplete(Path file) {
        return new IllegalArgumentException(
                "the file %s does not hold a certificate and its RSA key; put both into one PEM or PKCS #12 file"
                        .formatted(file));
    }
}
