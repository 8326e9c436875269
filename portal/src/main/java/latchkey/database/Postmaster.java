package latchkey.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL server that runs on a data folder, as its {@code postmaster.pid} tells. It outlives a killed portal,
 * so the next start finds it here instead of failing on the lock file.
 *
 * @param port on 127.0.0.1
 */
record Postmaster(ProcessHandle process, int port) {

    /** The running server; a pid file left by one that is gone is removed when its number is someone else's by now. */
    static Optional<Postmaster> on(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var found = read(Files.readAllLines(file));
        if (found.isEmpty()) {
            Files.deleteIfExists(file);
        }
        return found;
    }

    /** Ends every session and stops; waits until it is gone, at most as long as given. */
    boolean stop(Duration patience) {
        interrupt();
        return gone(patience);
    }

    private boolean gone(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown; Java itself sends only SIGTERM, which would wait for open sessions. */
    private void interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Postmaster> read(List<String> lines) {
        if (lines.size() < 4) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(Postmaster::isPostgres)
                .map(process ->
                        new Postmaster(process, Integer.parseInt(lines.get(3).strip())));
    }

    /** A number may have gone to another program since; only one whose name is known to differ is ruled out. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(path -> path.contains("postgres"))
                        .orElse(true);
    }
}
