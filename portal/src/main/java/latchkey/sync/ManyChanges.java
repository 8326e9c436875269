package latchkey.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import latchkey.directory.DirectoryId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether so many contacts change in the same way within a while that somebody should look. What is being written at
 * this moment is not counted yet, so that a few more than the limit may pass.
 */
@Component
class ManyChanges {

    /** How long it is remembered that there are too many, so that thousands of held rows are not counted again each time. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private static final Duration LINKED_KEEPS = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final GuardSettings.Many limits;
    private final Clock clock;
    private final Map<String, Instant> tooMany = new ConcurrentHashMap<>();
    private final Map<DirectoryId, Linked> linked = new ConcurrentHashMap<>();

    ManyChanges(JdbcClient jdbc, GuardSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.limits = settings.many();
        this.clock = clock;
    }

    private record Linked(long contacts, Instant countedAt) {}

    Optional<Guards.Hold> check(Claimed row, List<Change> news) {
        return news.stream()
                .filter(Change::counts)
                .flatMap(change ->
                        check(row, change).stream().map(reason -> new Guards.Hold(reason, change.attribute())))
                .findFirst();
    }

    private Optional<Reason> check(Claimed row, Change change) {
        if (change.address() != null && is(row, "address", change.address(), count -> count >= limits.sameAddress())) {
            return Optional.of(Reason.SAME_ADDRESS);
        }
        if (change.domains() != null && is(row, "domains", change.domains(), count -> count >= limits.domainMoves())) {
            return Optional.of(Reason.DOMAIN_MOVE);
        }
        if (change.cleared() && is(row, "cleared", "true", count -> count >= limits.clearedNames())) {
            return Optional.of(Reason.NAMES_CLEARED);
        }
        return change.moved() && is(row, "moved", "true", count -> isMost(row.directory(), count))
                ? Optional.of(Reason.MANY_ADDRESSES)
                : Optional.empty();
    }

    private boolean isMost(DirectoryId directory, long count) {
        return count >= limits.addresses()
                || (count >= limits.atLeast() && count * 100 >= (long) limits.percent() * linked(directory));
    }

    private boolean is(Claimed row, String column, String value, LongPredicate tooManyOf) {
        var key = row.directory() + " " + column + " " + value;
        var until = tooMany.get(key);
        if (until != null && until.isAfter(clock.instant())) {
            return true;
        }
        var found = tooManyOf.test(others(row, column, value).getAsLong());
        if (found) {
            tooMany.put(key, clock.instant().plus(REMEMBERED));
        } else {
            tooMany.remove(key);
        }
        return found;
    }

    // column is one of four names in this class
    private LongSupplier others(Claimed row, String column, String value) {
        return () -> jdbc.sql("SELECT count(DISTINCT contact_id) FROM sync_changes WHERE directory = :directory"
                        + " AND at > :since AND contact_id <> :contact AND " + column + "::text = :value")
                .param("directory", row.directory().value())
                .param("since", SyncRows.at(clock.instant().minus(limits.within())))
                .param("contact", row.contact())
                .param("value", value)
                .query((found, number) -> found.getLong(1))
                .single();
    }

    private long linked(DirectoryId directory) {
        var known = linked.get(directory);
        if (known == null || known.countedAt().plus(LINKED_KEEPS).isBefore(clock.instant())) {
            known = new Linked(count(directory), clock.instant());
            linked.put(directory, known);
        }
        return known.contacts();
    }

    private long count(DirectoryId directory) {
        return jdbc.sql("SELECT count(*) FROM sync_contacts WHERE directory = :directory AND customer_id IS NOT NULL")
                .param("directory", directory.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
