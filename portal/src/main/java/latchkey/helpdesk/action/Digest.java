package latchkey.helpdesk.action;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** SHA-256 over parts, each with its length before it, so that no two lists of parts look the same. */
class Digest {

    private final MessageDigest sha256 = sha256();

    Digest add(String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha256.update(bytes);
        return this;
    }

    Digest add(SortedMap<String, String> values) {
        add(Integer.toString(values.size()));
        values.forEach((name, value) -> add(name).add(value));
        return this;
    }

    String hexadecimal() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
