package latchkey.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A key kept in a file outside the database, made at the first start and readable by its owner only. */
public final class KeyFile {

    private static final int KEY_BYTES = 32;

    private final Path path;

    public KeyFile(Path path) {
        this.path = path;
    }

    /** The key; several processes that start at once end with the same one. */
    public byte[] read() {
        try {
            if (Files.notExists(path)) {
                make();
            }
            return decoded();
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + path + " can be neither read nor made", e);
        }
    }

    private byte[] decoded() throws IOException {
        var key = Base64.getDecoder().decode(Files.readString(path).strip());
        if (key.length != KEY_BYTES) {
            throw new IOException("it does not hold " + KEY_BYTES + " bytes in base64");
        }
        return key;
    }

    private void make() throws IOException {
        var folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, "key", ".new", readableByOwner());
        Files.writeString(fresh, randomKey(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        publish(fresh);
    }

    /** A hard link appears whole or not at all, and never over another one. */
    private void publish(Path fresh) throws IOException {
        try {
            Files.createLink(path, fresh);
        } catch (FileAlreadyExistsException e) {
            // another process was quicker: its key is as good
        } catch (UnsupportedOperationException e) {
            Files.copy(fresh, path);
        } finally {
            Files.delete(fresh);
        }
    }

    private FileAttribute<?>[] readableByOwner() throws IOException {
        var posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String randomKey() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
