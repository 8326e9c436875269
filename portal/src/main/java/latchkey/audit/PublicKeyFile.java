package latchkey.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;

/** The public half of the anchors' key as a PEM file (RFC 7468), which every tool reads. */
final class PublicKeyFile {

    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";

    private static final String END = "-----END PUBLIC KEY-----";

    private PublicKeyFile() {}

    static String pem(PublicKey key) {
        var encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return BEGIN + "\n" + encoder.encodeToString(key.getEncoded()) + "\n" + END + "\n";
    }

    /**
     * Reads such a file, or the bare one in the folder of the trail's keys.
     *
     * @throws CannotStart when it is neither
     */
    static PublicKey read(Path file) {
        try {
            var text =
                    Files.readString(file).replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new CannotStart(
                    ExitCode.KEYS,
                    "%s holds no public key; `latchkey audit public-key` prints the one that is wanted."
                            .formatted(file),
                    e);
        }
    }
}
