package sandbox.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of passwords; enough for made-up people, and still never the password itself. */
final class Passwords {

    private Passwords() {}

    static String digest(String password) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update("sandbox".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
