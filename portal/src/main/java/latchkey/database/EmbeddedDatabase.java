package latchkey.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own on a kept folder. It commits to the disk like a production one; a server that outlived a
 * killed portal is taken over; two portals never share a folder.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String NAME = "latchkey";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;

    private final Path binaries;

    private final FileChannel lock;

    /** What started the server; it holds a lock of its own on the data. None for a server that was taken over. */
    private @Nullable EmbeddedPostgres starter;

    private final Postmaster postmaster;

    private final Passwords passwords;

    private EmbeddedDatabase(Path folder, Path binaries, FileChannel lock) throws IOException, SQLException {
        this.folder = folder;
        this.binaries = binaries;
        this.lock = lock;
        this.postmaster = takeOverOrStart();
        this.passwords = Passwords.read(passwordFile());
    }

    /**
     * Starts the server, or takes over one that is running on the folder without its portal.
     *
     * @throws CannotStart when the folder cannot be used or the server does not start
     */
    static EmbeddedDatabase start(Path folder) {
        return start(folder, folder.resolve("binaries"));
    }

    /** As {@link #start(Path)}, with PostgreSQL itself unpacked elsewhere. */
    static EmbeddedDatabase start(Path folder, Path binaries) {
        var absolute = folder.toAbsolutePath();
        var lock = lock(absolute);
        try {
            return new EmbeddedDatabase(absolute, binaries.toAbsolutePath(), lock);
        } catch (IOException | SQLException | RuntimeException e) {
            release(lock);
            throw StartTrouble.of(absolute, e);
        }
    }

    /** Whether a first start came to its end there. */
    static boolean existsIn(Path folder) {
        return Files.exists(folder.resolve("passwords"));
    }

    /** The server that a running portal holds on the folder, if there is one; it is left running. */
    static Optional<DatabaseAddress> ownerOfRunning(Path folder) throws IOException {
        if (!existsIn(folder)) {
            return Optional.empty();
        }
        var passwords = Passwords.read(folder.resolve("passwords"));
        return Postmaster.on(folder.resolve("data"))
                .map(running -> address(running.port(), NAME, "postgres", passwords.owner()));
    }

    DatabaseAddress owner() {
        return address(postmaster.port(), NAME, "postgres", passwords.owner());
    }

    DatabaseAddress application() {
        return address(postmaster.port(), NAME, "latchkey_app", passwords.application());
    }

    /** Stops the server, and only then lets go of the folder. */
    @Override
    public void close() {
        if (starter != null) {
            stop(starter);
        }
        postmaster.stop(PATIENCE);
        release(lock);
    }

    private static void stop(EmbeddedPostgres starter) {
        try {
            starter.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Postmaster takeOverOrStart() throws IOException, SQLException {
        removeUnfinished();
        var running = Postmaster.on(data());
        if (running.isPresent() && answers(running.get())) {
            return running.get();
        }
        running.ifPresent(silent -> silent.stop(PATIENCE));
        return launch();
    }

    private Postmaster launch() throws IOException, SQLException {
        var postgres = server().start();
        starter = postgres;
        try {
            EmbeddedSetup.finish(postgres.getPort(), data(), passwordFile());
        } catch (IOException | SQLException e) {
            Postmaster.on(data()).ifPresent(halfStarted -> halfStarted.stop(PATIENCE));
            throw e;
        }
        return Postmaster.on(data()).orElseThrow(() -> new IOException("the server ended right after its start"));
    }

    private EmbeddedPostgres.Builder server() throws IOException {
        var output = Redirect.to(folder.resolve("start.log").toFile());
        var server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPgBinaryResolver(new PostgresPrograms(binaries))
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(output)
                .setErrorRedirector(output);
        EmbeddedSetup.SERVER.forEach(server::setServerConfig);
        if (Files.exists(passwordFile())) {
            server.setConnectConfig("password", Passwords.read(passwordFile()).owner());
        }
        return server;
    }

    /** A first start that was cut off left files without a database in them: nothing is lost by starting over. */
    private void removeUnfinished() throws IOException {
        if (!Files.exists(passwordFile())) {
            var unfinished = Postmaster.on(data());
            unfinished.ifPresent(running -> running.stop(PATIENCE));
            FileSystemUtils.deleteRecursively(data());
        }
    }

    private boolean answers(Postmaster running) throws IOException {
        var owner = address(
                running.port(), NAME, "postgres", Passwords.read(passwordFile()).owner());
        try (var connection = owner.connections().getConnection()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path passwordFile() {
        return folder.resolve("passwords");
    }

    static DatabaseAddress address(int port, String database, String user, String password) {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    private static FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(folder);
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            throw inUse(folder);
        } catch (IOException e) {
            throw StartTrouble.of(folder, e);
        }
    }

    private static CannotStart inUse(Path folder) {
        return new CannotStart(
                ExitCode.DATABASE,
                "Another Latchkey is using the database in %s; stop it, set latchkey.database.folder to another folder, or set DATABASE_URL to share one database between nodes."
                        .formatted(folder));
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
