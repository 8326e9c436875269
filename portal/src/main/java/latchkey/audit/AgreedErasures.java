package latchkey.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Destroys keys as the owner of the database, where the trail itself says that two people agreed. Both entries are checked with
 * the trail's own key first: whoever may only write to the database can make neither, and the portal's role can destroy nothing.
 */
final class AgreedErasures {

    private static final Logger LOG = LoggerFactory.getLogger(AgreedErasures.class);

    /** A yes comes at most this long after the question, and counts so long. */
    static final Duration OPEN_FOR = Duration.ofDays(7);

    private static final String SAID = """
            SELECT e.sequence, e.id, e.kind, e.at, e.actor, e.action, e.directory, e.customer, e.case_id, e.announcement,
                e.body, e.hash, e.mac, p.hash AS before
            FROM audit_entries e LEFT JOIN audit_entries p ON p.sequence = e.sequence - 1
            WHERE e.action IN ('ask-erasure', 'agree-erasure') AND e.kind = 'noted' AND e.at > ?
            ORDER BY e.sequence""";

    private static final String ENDED = """
            SELECT e.body FROM audit_entries e JOIN audit_entries o ON o.announcement = e.id
            WHERE e.action = 'erase-customer' AND e.kind = 'announced' AND e.at > ?
            AND o.body::jsonb ->> 'result' <> 'UNKNOWN'""";

    private final DataSource owner;

    private final TrailKeys keys;

    private final Trail trail;

    private final Actor actor;

    private final Clock clock;

    AgreedErasures(DataSource owner, TrailKeys keys, Trail trail, Actor actor, Clock clock) {
        this.owner = owner;
        this.keys = keys;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Carries out what is agreed on and was not carried out.
     *
     * @return what was
     * @throws AuditUnavailable when the trail takes no entry: that customer is not erased then
     */
    List<KeyErasure> run() {
        var due = due();
        if (!due.isEmpty() && !isOwner()) {
            LOG.warn(
                    "{} agreed erasures wait for the owner of the database: run `latchkey audit erase-agreed` with DATABASE_MIGRATION_URL",
                    due.size());
            return List.of();
        }
        due.forEach(this::carryOut);
        return due.stream().map(Pair::erasure).toList();
    }

    private List<Pair> due() {
        var since = clock.instant().minus(OPEN_FOR.multipliedBy(2));
        var said = said(since);
        var ended = ended(since);
        return said.stream()
                .filter(entry -> entry.is(KeyErasure.AGREED))
                .flatMap(agreed -> said.stream()
                        .filter(asked -> asked.is(KeyErasure.ASKED) && agreed.agreesTo(asked))
                        .limit(1)
                        .map(asked -> new Pair(asked, agreed)))
                .filter(pair -> !ended.contains(pair.erasure().id()))
                .collect(Collectors.toMap(
                        pair -> pair.erasure().id(), pair -> pair, (first, second) -> first, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    private void carryOut(Pair pair) {
        var erasure = pair.erasure();
        var facts = new TreeMap<>(erasure.facts());
        facts.put("asked", pair.asked().id().toString());
        facts.put("agreed", pair.agreed().id().toString());
        var ticket = pair.asked().announcement().ticket();
        var change =
                trail.announce(new Announcement(actor, KeyErasure.DONE, null, null, null, ticket, facts, Map.of()));
        // Gone is gone, whoever destroyed it: this run, one that died before it could say so, or the command.
        new CustomerKeys(keys).destroy(owner, erasure.customer(), erasure.key());
        trail.record(change, Outcome.done(null));
    }

    private List<Said> said(Instant since) {
        return JdbcClient.create(owner)
                .sql(SAID)
                .param(since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Candidate(StoredEntry.of(row), row.getBytes("before")))
                .list()
                .stream()
                .filter(this::isGenuine)
                .map(Candidate::said)
                .toList();
    }

    private boolean isGenuine(Candidate candidate) {
        var stored = candidate.entry();
        var before = stored.sequence() == 1 ? Link.BEGINNING.hash() : candidate.before();
        var genuine = before != null
                && ChainWalk.from(new Link(stored.sequence() - 1, before), keys, new TreeMap<>())
                                .step(stored)
                        == null;
        if (!genuine) {
            LOG.error(
                    "Entry {} of the trail asks for an erasing and is not genuine, or does not follow on one that is there",
                    stored.sequence());
        }
        return genuine;
    }

    private Set<UUID> ended(Instant since) {
        return JdbcClient.create(owner)
                .sql(ENDED)
                .param(since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> named(Body.parse(row.getString(1))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** The command erases without one. */
    private static Optional<UUID> named(Body body) {
        return Optional.ofNullable(body.announcement(null).facts().get(KeyErasure.ID))
                .map(UUID::fromString);
    }

    private boolean isOwner() {
        return JdbcClient.create(owner)
                .sql("SELECT has_table_privilege('audit_keys', 'DELETE')")
                .query(Boolean.class)
                .single();
    }

    private record Candidate(StoredEntry entry, byte @Nullable [] before) {
        Said said() {
            var body = Body.parse(entry.body());
            return new Said(body.id(), body.at(), body.text("code"), body.announcement(null));
        }
    }

    /** One person's word in the trail. */
    private record Said(UUID id, Instant at, @Nullable String code, Announcement announcement) {

        /** A word that was refused counts for nothing. */
        boolean is(String action) {
            return announcement.action().equals(action) && code == null;
        }

        boolean agreesTo(Said asked) {
            return erasure().equals(asked.erasure())
                    && !announcement
                            .actor()
                            .id()
                            .equals(asked.announcement().actor().id())
                    && !person().equals(asked.person())
                    && !at.isBefore(asked.at())
                    && at.isBefore(asked.at().plus(OPEN_FOR));
        }

        KeyErasure erasure() {
            return KeyErasure.of(announcement.facts());
        }

        private String person() {
            return String.valueOf(announcement.facts().get(KeyErasure.PERSON));
        }
    }

    private record Pair(Said asked, Said agreed) {
        KeyErasure erasure() {
            return asked.erasure();
        }
    }
}
