package latchkey.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each environment has been read by the nets that ask; one node at a time reads one of them. */
@Component
class Polls {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final String OWN = " WHERE directory = :directory AND net = :net AND owner = :owner";

    private final UUID owner = UUID.randomUUID();
    private final JdbcClient jdbc;

    Polls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why everybody is being read. */
    enum Walk {
        FIRST,
        EXPIRED,
        ASKED
    }

    /**
     * A reading that this node has taken on.
     *
     * @param rows how many the walk through everybody has seen so far
     * @param isUnderWay whether a page of the walk was read already
     */
    record Poll(
            DirectoryId directory,
            Net net,
            @Nullable String place,
            @Nullable Walk walk,
            long rows,
            boolean isUnderWay,
            List<UUID> seen) {}

    /** Takes a reading on when it is due and nobody else has it. */
    Optional<Poll> claim(DirectoryId directory, Net net, Instant now) {
        jdbc.sql("""
            INSERT INTO sync_polls (directory, net, walk, next_at)
            VALUES (:directory, :net, :walk, :now) ON CONFLICT DO NOTHING\
            """)
                .param("directory", directory.value())
                .param("net", net.name())
                .param("walk", net == Net.DELTA ? Walk.FIRST.name() : null)
                .param("now", SyncRows.at(now))
                .update();
        return jdbc.sql("""
            UPDATE sync_polls SET owner = :owner, lease_until = :until
            WHERE directory = :directory AND net = :net AND next_at <= :now
              AND (owner = :owner OR lease_until IS NULL OR lease_until < :now)
            RETURNING place, walk, rows, seen,
                walk_began_at IS NOT NULL AS under_way\
            """)
                .param("owner", owner)
                .param("until", SyncRows.at(now.plus(LEASE)))
                .param("directory", directory.value())
                .param("net", net.name())
                .param("now", SyncRows.at(now))
                .query((row, number) -> poll(row, directory, net))
                .optional();
    }

    /** Goes on within a walk; false when another node has taken the reading on, whose word counts then. */
    boolean moved(Poll poll, String place, long rows, Instant now) {
        return jdbc.sql("""
            UPDATE sync_polls SET place = :place, rows = CASE WHEN walk IS NULL THEN rows ELSE :rows END, lease_until = :until,
                walk_began_at = coalesce(walk_began_at, :now)\
            """ + OWN)
                        .param("place", place)
                        .param("rows", rows)
                        .param("until", SyncRows.at(now.plus(LEASE)))
                        .param("now", SyncRows.at(now))
                        .param("directory", poll.directory().value())
                        .param("net", poll.net().name())
                        .param("owner", owner)
                        .update()
                > 0;
    }

    /** Ends a walk; the next one begins at the place. False as above. */
    boolean ended(Poll poll, @Nullable String place, Collection<UUID> seen, long rows, Instant now, Instant next) {
        return jdbc.sql("""
            UPDATE sync_polls SET place = :place, seen = :seen::uuid[], next_at = :next, lease_until = NULL,
                rows = CASE WHEN walk IS NULL THEN rows ELSE :rows END,
                full_at = CASE WHEN walk IS NULL THEN full_at ELSE :now END,
                walk = NULL, walk_began_at = NULL, succeeded_at = :now, failed_at = NULL, words = NULL\
            """ + OWN)
                        .param("place", place)
                        .param("seen", seen.stream().map(UUID::toString).toArray(String[]::new))
                        .param("rows", rows)
                        .param("next", SyncRows.at(next))
                        .param("now", SyncRows.at(now))
                        .param("directory", poll.directory().value())
                        .param("net", poll.net().name())
                        .param("owner", owner)
                        .update()
                > 0;
    }

    /** Gives the reading back after a failure; what was read stays read. */
    void failed(Poll poll, @Nullable String words, Instant now, Instant next) {
        jdbc.sql("UPDATE sync_polls SET failed_at = :now, words = :words, next_at = :next, lease_until = NULL" + OWN)
                .param("words", words)
                .param("now", SyncRows.at(now))
                .param("next", SyncRows.at(next))
                .param("directory", poll.directory().value())
                .param("net", poll.net().name())
                .param("owner", owner)
                .update();
    }

    /** Has everybody read again from the beginning, as soon as possible. */
    void startOver(DirectoryId directory, Walk walk, Instant now) {
        jdbc.sql("""
            INSERT INTO sync_polls (directory, net, walk, next_at) VALUES (:directory, 'DELTA', :walk, :now)
            ON CONFLICT (directory, net) DO UPDATE SET place = NULL, walk = excluded.walk, rows = 0,
                walk_began_at = NULL, next_at = excluded.next_at, owner = NULL, lease_until = NULL\
            """)
                .param("directory", directory.value())
                .param("walk", walk.name())
                .param("now", SyncRows.at(now))
                .update();
    }

    private static Poll poll(ResultSet row, DirectoryId directory, Net net) throws SQLException {
        var walk = row.getString("walk");
        return new Poll(
                directory,
                net,
                row.getString("place"),
                walk == null ? null : Walk.valueOf(walk),
                row.getLong("rows"),
                row.getBoolean("under_way"),
                List.of((UUID[]) row.getArray("seen").getArray()));
    }
}
