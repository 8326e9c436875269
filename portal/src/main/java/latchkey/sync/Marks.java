package latchkey.sync;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import latchkey.directory.DirectoryId;
import latchkey.settings.KeyFile;
import org.springframework.stereotype.Component;

/** Marks by which a value is known again, though nobody can read it out of them: keyed hashes, 16 bytes long. */
@Component
class Marks {

    private static final String METHOD = "HmacSHA256";
    private static final int LENGTH = 16;

    private final SecretKeySpec key;

    Marks(GuardSettings settings) {
        this.key = new SecretKeySpec(new KeyFile(settings.keyFile()).read(), METHOD);
    }

    /** The mark of a value; what kind of value it is keeps equal texts of other kinds apart. */
    String of(DirectoryId directory, String kind, String value) {
        try {
            var mac = Mac.getInstance(METHOD);
            mac.init(key);
            var text = directory.value() + "\0" + kind + "\0" + value;
            var hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(METHOD + " is part of every JDK", e);
        }
    }
}
