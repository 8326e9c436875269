package latchkey.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** What the embedded server is told at its start, and what is done to it the first time. */
final class EmbeddedSetup {

    /** The embedding library's defaults are for tests: no fsync, and commits that may be lost. */
    static final Map<String, String> SERVER = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "64MB"),
            // Many rounds make a guessable password expensive to guess. Ours are 192 random bits.
            Map.entry("scram_iterations", "1"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_truncate_on_rotation", "on"));

    private EmbeddedSetup() {}

    /** Makes the database, its two roles and their passwords, and then asks everyone for a password. */
    static void finish(int port, Path data, Path passwordFile) throws IOException, SQLException {
        if (!Files.exists(passwordFile)) {
            makeRoles(port, passwordFile);
        }
        var rules = data.resolve("pg_hba.conf");
        var text = Files.readString(rules);
        if (text.contains("trust")) {
            Files.writeString(rules, text.replaceAll("\\btrust\\b", "scram-sha-256"));
            reload(port, Passwords.read(passwordFile));
        }
    }

    private static void makeRoles(int port, Path passwordFile) throws IOException, SQLException {
        var passwords = Passwords.make();
        try (var connection = connect(port, "postgres", passwords)) {
            run(connection, "CREATE DATABASE " + EmbeddedDatabase.NAME);
            run(connection, "CREATE ROLE latchkey_app LOGIN PASSWORD '" + passwords.application() + "'");
            run(connection, "ALTER ROLE postgres PASSWORD '" + passwords.owner() + "'");
        }
        passwords.write(passwordFile);
    }

    private static void reload(int port, Passwords passwords) throws SQLException {
        try (var connection = connect(port, EmbeddedDatabase.NAME, passwords)) {
            run(connection, "SELECT pg_reload_conf()");
        }
    }

    private static Connection connect(int port, String database, Passwords passwords) throws SQLException {
        return EmbeddedDatabase.address(port, database, "postgres", passwords.owner())
                .connections()
                .getConnection();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
