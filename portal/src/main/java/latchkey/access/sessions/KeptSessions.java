package latchkey.access.sessions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import latchkey.access.AccessSettings;
import latchkey.access.DeskSession;
import latchkey.access.DeskSession.Ending;
import latchkey.access.DeskSessions;
import latchkey.access.SessionSettings;
import latchkey.access.employees.SignedIn;
import latchkey.access.sessions.SessionRows.Kept;
import latchkey.audit.Actor;
import latchkey.audit.Announcement;
import latchkey.audit.AuditUnavailable;
import latchkey.audit.Trail;
import latchkey.database.OneByOne;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is known of each session, in the database: the row ends a session, whatever node its cookie comes to, and stays
 * so that whoever has the cookie is told why.
 */
@Component
public class KeptSessions implements DeskSessions {

    /** Somebody at work is not written down at every request, so a session may end so much too early. */
    private static final Duration NOTED_EVERY = Duration.ofSeconds(10);

    private static final Duration REMEMBERED = Duration.ofDays(2);

    private static final Logger log = LoggerFactory.getLogger(KeptSessions.class);

    private final SessionRows rows;
    private final AccessSettings access;
    private final SessionSettings settings;
    private final OneByOne oneByOne;
    private final Trail trail;
    private final Clock clock;

    KeptSessions(
            SessionRows rows,
            AccessSettings access,
            SessionSettings settings,
            OneByOne oneByOne,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.access = access;
        this.settings = settings;
        this.oneByOne = oneByOne;
        this.trail = trail;
        this.clock = clock;
    }

    /** A sign-in begins one; the oldest beyond the limit end. */
    public UUID begin(String sessionId, SignedIn employee, Client client) {
        var id = UUID.randomUUID();
        var key = key(employee);
        var tooMany = oneByOne.of("sessions of " + key, () -> {
            rows.forget(clock.instant().minus(REMEMBERED));
            rows.insert(id, sessionId, employee, key, access.person(employee.objectId()), client);
            return endOldest(key);
        });
        tooMany.forEach(ended -> note(ended, Ending.TOO_MANY, Map.of()));
        return id;
    }

    /** Why this session is over for that client; empty while it goes on. */
    public Optional<Ending> ending(String sessionId, Client client) {
        return rows.of(sessionId).map(kept -> ending(kept, client)).orElse(Optional.of(Ending.NOT_KNOWN));
    }

    /** The agent left it, one way or another. */
    public void left(UUID id, Ending how) {
        rows.end(id, how, clock.instant());
    }

    /** The issuer says that its session is over, and with it all that were begun by it. */
    public void endedAtIssuer(String sid) {
        rows.ofIssuersSession(sid).stream()
                .filter(session -> rows.end(session.id(), Ending.SIGNED_OUT_ELSEWHERE, clock.instant()))
                .forEach(session -> note(session, Ending.SIGNED_OUT_ELSEWHERE, Map.of()));
    }

    @Override
    public List<DeskSession> open() {
        var now = clock.instant();
        return rows.open(now.minus(access.absolute()), now.minus(access.idle()));
    }

    @Override
    public int end(Collection<DeskSession> sessions, Ending why) {
        return (int) sessions.stream()
                .filter(session -> rows.end(session.id(), why, clock.instant()))
                .count();
    }

    private List<DeskSession> endOldest(String key) {
        var own = open().stream()
                .filter(session -> session.agentKey().equals(key))
                .toList();
        return own.stream()
                .limit(Math.max(0, own.size() - settings.atOnce()))
                .filter(session -> rows.end(session.id(), Ending.TOO_MANY, clock.instant()))
                .toList();
    }

    private Optional<Ending> ending(Kept kept, Client client) {
        var already = kept.ended();
        if (already != null) {
            return Optional.of(already);
        }
        var over = over(kept, client, clock.instant());
        over.ifPresentOrElse(why -> end(kept, client, why), () -> seen(kept.session()));
        return over;
    }

    private Optional<Ending> over(Kept kept, Client client, Instant now) {
        var session = kept.session();
        if (!session.since().plus(access.absolute()).isAfter(now)) {
            return Optional.of(Ending.TOO_OLD);
        }
        if (!session.seenAt().plus(access.idle()).isAfter(now)) {
            return Optional.of(Ending.IDLE);
        }
        if (!kept.fingerprint().equals(client.fingerprint())) {
            return Optional.of(Ending.BROWSER_CHANGED);
        }
        return settings.boundToNetwork() && !session.network().equals(client.network())
                ? Optional.of(Ending.NETWORK_CHANGED)
                : Optional.empty();
    }

    private void end(Kept kept, Client client, Ending why) {
        if (rows.end(kept.session().id(), why, clock.instant()) && why.isSurprising()) {
            note(kept.session(), why, Map.of("from", kept.session().network(), "to", client.network()));
        }
    }

    private void seen(DeskSession session) {
        var now = clock.instant();
        if (!session.seenAt().plus(NOTED_EVERY).isAfter(now)) {
            rows.seen(session.id(), now);
        }
    }

    /** A session that must end does, even while nothing can be noted. */
    private void note(DeskSession session, Ending why, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("session", session.id().toString());
        facts.put("ending", why.code());
        var agent = new Actor(Actor.Kind.AGENT, session.agentKey(), session.name(), Set.of());
        try {
            trail.note(new Announcement(agent, "end-session", null, null, null, null, facts, Map.of()), null);
        } catch (AuditUnavailable e) {
            log.warn("That a session ended could not be noted in the trail: {}", e.getMessage());
        }
    }

    private static String key(SignedIn employee) {
        return employee.issuer() + "#" + employee.objectId();
    }
}
