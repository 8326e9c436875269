package latchkey.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latchkey.sync.dataverse.DataverseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each net brought lately, and whether those that ask get answers. */
@Component
class NetsOverview {

    private static final Duration LATELY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final DataverseSettings settings;
    private final Clock clock;

    NetsOverview(JdbcClient jdbc, DataverseSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A net under one directory.
     *
     * @param net key of its name
     * @param on whether the settings want it
     * @param brought contacts that it was the last to bring, within a day
     * @param lastAt when it brought something last
     * @param succeededAt when it got its last answer, null for one that does not ask
     * @param failedAt since when it gets none, null when it does
     * @param words what the other side said then
     * @param reading why everybody is being read at the moment: first, expired, asked; null when only changes are
     * @param rows how many contacts that walk, or the last one through everybody, has seen
     */
    public record NetStatus(
            String directory,
            String net,
            boolean on,
            long brought,
            @Nullable Instant lastAt,
            @Nullable Instant succeededAt,
            @Nullable Instant failedAt,
            @Nullable String words,
            @Nullable String reading,
            long rows) {}

    private record Brought(long contacts, @Nullable Instant lastAt) {}

    private record Asked(
            @Nullable Instant succeededAt,
            @Nullable Instant failedAt,
            @Nullable String words,
            @Nullable String reading,
            long rows) {

        static final Asked NEVER = new Asked(null, null, null, null, 0);
    }

    List<NetStatus> now() {
        List<NetStatus> all = new ArrayList<>();
        settings.dataverse().forEach((directory, environment) -> {
            var brought = brought(directory);
            for (var net : Net.values()) {
                all.add(status(
                        directory, net, isOn(net, environment), brought.getOrDefault(net, new Brought(0, null))));
            }
        });
        return all;
    }

    private NetStatus status(String directory, Net net, boolean on, Brought brought) {
        var asked = asked(directory, net).orElse(Asked.NEVER);
        return new NetStatus(
                directory,
                net.key(),
                on,
                brought.contacts(),
                brought.lastAt(),
                asked.succeededAt(),
                asked.failedAt(),
                asked.words(),
                asked.reading(),
                asked.rows());
    }

    private static boolean isOn(Net net, DataverseSettings.Environment environment) {
        var webhook = environment.webhook();
        return switch (net) {
            case WEBHOOK -> webhook != null;
            case DELTA -> environment.delta().enabled();
            case JOBS -> webhook != null && !webhook.steps().isEmpty();
            case PERSON -> true;
        };
    }

    private Map<Net, Brought> brought(String directory) {
        Map<Net, Brought> brought = new EnumMap<>(Net.class);
        jdbc.sql("""
            SELECT net, count(*) FILTER (WHERE brought_at > :since) AS contacts, max(brought_at) AS last_at
            FROM sync_contacts WHERE directory = :directory AND net IS NOT NULL GROUP BY net\
            """)
                .param("since", SyncRows.at(clock.instant().minus(LATELY)))
                .param("directory", directory)
                .query((row, number) -> brought.put(
                        Net.valueOf(row.getString("net")),
                        new Brought(row.getLong("contacts"), SyncRows.instant(row, "last_at"))))
                .list();
        return brought;
    }

    private Optional<Asked> asked(String directory, Net net) {
        return jdbc.sql("""
            SELECT succeeded_at, failed_at, words, walk, rows FROM sync_polls
            WHERE directory = :directory AND net = :net\
            """)
                .param("directory", directory)
                .param("net", net.name())
                .query((row, number) -> asked(row))
                .optional();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        var walk = row.getString("walk");
        return new Asked(
                SyncRows.instant(row, "succeeded_at"),
                SyncRows.instant(row, "failed_at"),
                row.getString("words"),
                walk == null ? null : walk.toLowerCase(java.util.Locale.ROOT),
                row.getLong("rows"));
    }
}
