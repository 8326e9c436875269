package latchkey.helpdesk.verification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import latchkey.settings.KeyFile;
import org.springframework.stereotype.Component;

/** HMAC-SHA-256 under this installation's own key: whoever reads the database alone can test no guess against it. */
@Component
class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORT = 12;

    private final SecretKeySpec key;

    KeyedHash(VerificationSettings settings) {
        this.key = new SecretKeySpec(new KeyFile(settings.keyFile()).read(), ALGORITHM);
    }

    /** The hash of the parts, each with its length before it so that no two lists of parts look the same. */
    byte[] of(String... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** The first 96 bits of the hash as text that fits into forms and addresses. */
    String shortText(String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(of(parts), SHORT));
    }
}
