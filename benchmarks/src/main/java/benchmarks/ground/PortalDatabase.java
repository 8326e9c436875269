package benchmarks.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The portal's own embedded database, spoken to without the portal, as its owner. */
public final class PortalDatabase implements AutoCloseable {

    private final String url;

    private final String password;

    private final List<Connection> opened = new ArrayList<>();

    private final ThreadLocal<Connection> mine = ThreadLocal.withInitial(this::open);

    private PortalDatabase(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /** The database of a running portal: its port stands in the fourth line of postmaster.pid, its owner's password beside. */
    public static PortalDatabase of(Ground ground) {
        var folder = ground.folder().resolve("postgres");
        var port = line(folder.resolve("data").resolve("postmaster.pid"), 3);
        return new PortalDatabase(
                "jdbc:postgresql://127.0.0.1:" + port + "/latchkey", line(folder.resolve("passwords"), 0));
    }

    /** How another node reaches the database of a running portal. */
    static Map<String, String> environment(Ground ground) {
        var folder = ground.folder().resolve("postgres");
        var place = "127.0.0.1:" + line(folder.resolve("data").resolve("postmaster.pid"), 3) + "/latchkey";
        return Map.of(
                "DATABASE_URL",
                "postgres://latchkey_app:%s@%s".formatted(encoded(folder, 1), place),
                "DATABASE_MIGRATION_URL",
                "postgres://postgres:%s@%s".formatted(encoded(folder, 0), place));
    }

    private static String encoded(Path folder, int line) {
        return URLEncoder.encode(line(folder.resolve("passwords"), line), StandardCharsets.UTF_8);
    }

    /** A setting of the server, such as "fsync". */
    public String setting(String name) {
        try (var statement = mine.get().createStatement();
                var row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void makeBareTable() {
        execute(
                "create table if not exists bare_rows (id bigint generated always as identity primary key, what text not null)");
    }

    public void dropBareTable() {
        execute("drop table bare_rows");
    }

    /** One row, one commit, on a connection of this thread. */
    public void insertBareRow(int turn) throws SQLException {
        try (var insert = mine.get().prepareStatement("insert into bare_rows (what) values (?)")) {
            insert.setString(1, "row " + turn);
            insert.executeUpdate();
        }
    }

    @Override
    public void close() {
        synchronized (opened) {
            opened.forEach(connection -> {
                try {
                    connection.close();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private void execute(String sql) {
        try (var statement = mine.get().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection open() {
        try {
            var connection = DriverManager.getConnection(url, "postgres", password);
            synchronized (opened) {
                opened.add(connection);
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(Path file, int index) {
        try {
            return Files.readAllLines(file).get(index).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
