package latchkey.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;

/** Says why the embedded database does not start, in a sentence that helps. */
final class StartTrouble {

    private static final long LITTLE_ROOM = 64L * 1024 * 1024;

    private StartTrouble() {}

    static CannotStart of(Path folder, Exception cause) {
        return cause instanceof CannotStart known
                ? known
                : new CannotStart(ExitCode.DATABASE, sentence(folder, cause), cause);
    }

    private static String sentence(Path folder, Exception cause) {
        if (cause instanceof AccessDeniedException || !isWritable(folder)) {
            return "The database's folder %s cannot be written to; check its rights, or set latchkey.database.folder to another one."
                    .formatted(folder);
        }
        if (room(folder) < LITTLE_ROOM) {
            return "There is no room on the disk for the database in %s; free at least 500 MB.".formatted(folder);
        }
        if (log(folder).contains("cannot be run as root")) {
            return "PostgreSQL refuses to run as root here; start Latchkey as another user, or set DATABASE_URL.";
        }
        return "The embedded database in %s does not start: %s; its own words are in %s."
                .formatted(folder, Objects.requireNonNullElse(cause.getMessage(), cause), folder.resolve("start.log"));
    }

    private static boolean isWritable(Path folder) {
        var existing = folder;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return Files.isDirectory(existing) && Files.isWritable(existing);
    }

    private static long room(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private static String log(Path folder) {
        try {
            return Files.readString(folder.resolve("start.log"));
        } catch (IOException e) {
            return "";
        }
    }
}
