package latchkey.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The few cryptographic steps of the trail, all by the JDK's own providers. */
final class Crypto {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** NIST SP 800-38D §8.2.2: a random nonce of 96 bits, good for 2^32 values under one key. */
    private static final int NONCE = 12;

    private static final int TAG_BITS = 128;

    private Crypto() {}

    static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static SecretKey aesKey(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    /** SHA-256 over both parts, in this order. */
    static byte[] sha256(byte[] first, byte[] second) {
        return sure(() -> {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(second);
        });
    }

    /** SHA-256 over a whole file, however long. */
    static byte[] sha256(Path file) throws IOException {
        try (var content = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return content.getMessageDigest().digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks an algorithm that every Java has", e);
        }
    }

    static byte[] hmacSha256(byte[] key, byte[] message) {
        return sure(() -> {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        });
    }

    /** AES-256-GCM; the nonce comes first. What it belongs to is bound in, so that it cannot be moved elsewhere. */
    static byte[] encrypt(SecretKey key, byte[] plain, byte[] belongsTo) {
        return sure(() -> {
            var nonce = random(NONCE);
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, belongsTo);
            var sealed = cipher.doFinal(plain);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        });
    }

    /**
     * Undoes {@link #encrypt}.
     *
     * @throws WrongKey when the key is another one or the value was changed or moved
     */
    static byte[] decrypt(SecretKey key, byte[] sealed, byte[] belongsTo) {
        return sure(() -> cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), belongsTo)
                .doFinal(sealed, NONCE, sealed.length - NONCE));
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        return sure(() -> {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        });
    }

    static boolean isSigned(PublicKey key, byte[] message, byte[] signed) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] belongsTo)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(belongsTo);
        return cipher;
    }

    private static byte[] sure(Step step) {
        try {
            return step.run();
        } catch (AEADBadTagException e) {
            throw new WrongKey(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks an algorithm that every Java has", e);
        }
    }

    @FunctionalInterface
    private interface Step {
        byte[] run() throws GeneralSecurityException;
    }

    /** A value that this key does not open. */
    static final class WrongKey extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongKey(Throwable cause) {
            super("this key does not open the value", cause);
        }
    }
}
