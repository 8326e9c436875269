package latchkey.notify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import latchkey.settings.KeyFile;

/** Seals what waits in the database to be mailed, AES-256-GCM under a key outside it: the database alone shows no address, code or link. */
public final class Sealer {

    /** NIST SP 800-38D §8.2.2: a random nonce of 96 bits, good for 2^32 values under one key. */
    private static final int NONCE = 12;

    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    public Sealer(Path keyFile) {
        this.key = new SecretKeySpec(new KeyFile(keyFile).read(), "AES");
    }

    /** Sealed for one row: moved to another one, it does not open. */
    public byte[] seal(UUID row, String text) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, row).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /**
     * Undoes {@link #seal}.
     *
     * @throws CannotOpen when the key is another one, or the value was changed or moved
     */
    public String open(UUID row, byte[] sealed) {
        try {
            var opened = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), row)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
            return new String(opened, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new CannotOpen(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID row) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(row.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    /** A value that this installation's key does not open. */
    public static final class CannotOpen extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CannotOpen(Throwable cause) {
            super("the key that it was sealed under is another one", cause);
        }
    }
}
