package latchkey.audit;

import benchmarks.measure.Load;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import latchkey.database.Database;
import latchkey.database.DatabaseSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writers that each wait for their entry, and as many that each commit a bare row of the same bytes into the same database, in
 * turns. Prints entries a second, bare rows a second, each the median of its rounds, and the bytes of a row. Arguments: a folder,
 * writers, entries a round, rounds.
 */
public final class AppendProbe {

    private static final int CUSTOMERS = 200;

    private AppendProbe() {}

    public static void main(String[] arguments) throws SQLException {
        var folder = Path.of(arguments[0]);
        var writers = Integer.parseInt(arguments[1]);
        var entries = Integer.parseInt(arguments[2]);
        var appends = new double[Integer.parseInt(arguments[3])];
        var inserts = new double[appends.length];
        try (var database = Database.open(new DatabaseSettings(folder.resolve("postgres"), 40), name -> null);
                var kept = KeptTrail.in(folder, database);
                var bare = database.pool("bare", writers)) {
            demandDurable(database);
            var trail = kept.trail();
            var row = row(trail, database);
            makeBareTable(database);
            for (var round = -2; round < appends.length; round++) {
                var inserted = Load.togetherAsRequests(writers, entries, turn -> insert(bare, row));
                var appended = Load.togetherAsRequests(writers, entries, turn -> trail.announce(announcement(turn)));
                if (round >= 0) {
                    inserts[round] = inserted;
                    appends[round] = appended;
                }
            }
            System.out.println(median(appends));
            System.out.println(median(inserts));
            System.out.println(row.body().length() + row.hash().length + row.mac().length);
        }
        System.exit(0);
    }

    /** What one entry writes, its indexes left out: the reference shall be the quickest that is as safe. */
    private record BareRow(String body, byte[] hash, byte[] mac) {}

    private static BareRow row(Trail trail, Database database) {
        var announced = trail.announce(announcement(CUSTOMERS));
        return JdbcClient.create(database.asOwner())
                .sql("select body, hash, mac from audit_entries where id = ?")
                .param(announced.id())
                .query((found, number) ->
                        new BareRow(found.getString("body"), found.getBytes("hash"), found.getBytes("mac")))
                .single();
    }

    private static void makeBareTable(Database database) throws SQLException {
        try (var connection = database.asOwner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table bare_rows (id bigint generated always as identity primary key, body text not null, hash bytea not null, mac bytea not null)");
            statement.execute("grant insert on bare_rows to latchkey_app");
        }
    }

    private static void insert(HikariDataSource pool, BareRow row) throws SQLException {
        try (var connection = pool.getConnection();
                var insert = connection.prepareStatement("insert into bare_rows (body, hash, mac) values (?, ?, ?)")) {
            insert.setString(1, row.body());
            insert.setBytes(2, row.hash());
            insert.setBytes(3, row.mac());
            insert.executeUpdate();
        }
    }

    private static void demandDurable(Database database) {
        for (var setting : new String[] {"fsync", "synchronous_commit"}) {
            var value = JdbcClient.create(database.asOwner())
                    .sql("show " + setting)
                    .query(String.class)
                    .single();
            if (!value.equals("on")) {
                throw new IllegalStateException("the database does not wait for the disk, so nothing here is durable");
            }
        }
    }

    private static Announcement announcement(int turn) {
        return new Announcement(
                new Actor(Actor.Kind.AGENT, "https://login.example#agent" + turn % 16, "Kim", Set.of("agent")),
                "reset-password",
                new Subject("contoso", "c0000000-0000-4000-8000-" + "%012d".formatted(turn % CUSTOMERS)),
                new UUID(1, turn),
                "forgot the password",
                "T-" + turn,
                Map.of("way", "link"),
                Map.of("address", "customer" + turn % CUSTOMERS + "@example.com"));
    }

    private static double median(double[] rates) {
        var sorted = rates.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
