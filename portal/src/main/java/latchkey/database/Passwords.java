package latchkey.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * The passwords of the embedded database: made once, kept beside it, readable by the owner of the process alone, so that
 * no other user of the machine becomes its superuser.
 */
record Passwords(String owner, String application) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Passwords make() {
        return new Passwords(random(), random());
    }

    static Passwords read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        return new Passwords(lines.get(0), lines.get(1));
    }

    /** Written whole or not at all: the file's presence says that the database below it is set up. */
    void write(Path file) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(draft, List.of(owner, application));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return "(secret)";
    }

    private static String random() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
