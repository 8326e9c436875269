package latchkey.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.SecretKey;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import org.springframework.util.FileSystemUtils;

/**
 * The keys of the trail, kept in a folder outside the database so that who has one does not have the other.
 *
 * @param master wraps the customers' keys
 * @param mac vouches for every hash
 * @param anchor signs the anchors; its public half alone verifies them
 */
record TrailKeys(SecretKey master, byte[] mac, KeyPair anchor) {

    private static final int LENGTH = 32;

    static boolean existIn(Path folder) {
        return Files.isDirectory(folder);
    }

    /**
     * Reads the keys.
     *
     * @throws CannotStart when one of them is missing or unreadable
     */
    static TrailKeys read(Path folder) {
        try {
            return new TrailKeys(
                    Crypto.aesKey(bytes(folder, "master.key")), bytes(folder, "mac.key"), anchorPair(folder));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw missing(folder, e);
        }
    }

    /**
     * Makes new keys, whole or not at all.
     *
     * @throws CannotStart when the folder cannot be written
     */
    static TrailKeys make(Path folder) {
        try {
            var draft = folder.resolveSibling(folder.getFileName() + ".new");
            FileSystemUtils.deleteRecursively(draft);
            Files.createDirectories(draft);
            restrict(draft, "rwx------");
            writeAll(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            return read(folder);
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart(
                    ExitCode.KEYS,
                    "The keys of the trail cannot be written to %s; check the folder's rights, or set latchkey.audit.keys to another one."
                            .formatted(folder),
                    e);
        }
    }

    static CannotStart missing(Path folder, Throwable cause) {
        return new CannotStart(
                ExitCode.KEYS,
                "The trail has entries, but its keys are not whole in %s; put back the folder from your backup, or set latchkey.audit.keys to where it is."
                        .formatted(folder.toAbsolutePath()),
                cause);
    }

    @Override
    public String toString() {
        return "(keys of the trail)";
    }

    private static void writeAll(Path folder) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        write(folder, "master.key", Crypto.random(LENGTH));
        write(folder, "mac.key", Crypto.random(LENGTH));
        write(folder, "anchor-private.key", pair.getPrivate().getEncoded());
        write(folder, "anchor-public.key", pair.getPublic().getEncoded());
    }

    private static void write(Path folder, String name, byte[] key) throws IOException {
        var file = Files.createFile(folder.resolve(name));
        restrict(file, "rw-------");
        Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
    }

    private static void restrict(Path path, String rights) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
    }

    private static KeyPair anchorPair(Path folder) throws IOException, GeneralSecurityException {
        var factory = KeyFactory.getInstance("Ed25519");
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(bytes(folder, "anchor-public.key"))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(bytes(folder, "anchor-private.key"))));
    }

    private static byte[] bytes(Path folder, String name) throws IOException {
        return Base64.getDecoder().decode(Files.readString(folder.resolve(name)).strip());
    }
}
