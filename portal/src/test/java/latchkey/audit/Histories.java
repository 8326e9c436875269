package latchkey.audit;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Trails that were never touched, drawn at random, as the appender would have written them. */
final class Histories {

    static final TrailKeys KEYS = keys();

    private static final List<String> ACTIONS =
            List.of("reset-password", "block-sign-in", "edit-attributes", "sign-in");

    private static final int CUSTOMERS = 6;

    private final Random random;

    private final Map<String, CustomerKey> customerKeys = new HashMap<>();

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");

    Histories(Random random) {
        this.random = random;
    }

    /** A trail of at least so many entries, its anchors at any distance, its tail perhaps not anchored yet. */
    CopyOfTrail next(int least) {
        var copy = new CopyOfTrail(Link.BEGINNING);
        var place = Link.BEGINNING;
        var length = least + random.nextInt(120);
        var anchored = 0L;
        @Nullable Draft open = null;
        while (place.count() < length) {
            var draft = open == null ? draft() : outcome(open);
            open = open == null && draft.kind().equals(Draft.ANNOUNCED) && random.nextInt(10) > 0 ? draft : null;
            var body = draft.body(place.count() + 1, draft.isSealed() ? keyOf(draft.scope()) : null);
            place = place.next(body);
            copy.add(stored(place, body));
            if (random.nextInt(40) == 0) {
                copy.add(Anchor.of(place, now, anchored, KEYS));
                anchored = place.count();
            }
        }
        return copy;
    }

    /** As the other, and old enough to have an anchor. */
    CopyOfTrail anchored(int least) {
        var trail = next(least);
        while (trail.anchors.isEmpty() && !trail.entries.isEmpty()) {
            trail = next(least);
        }
        return trail;
    }

    /** A stretch of such a trail, as an export of some days holds it. */
    CopyOfTrail nextStretch() {
        var whole = next(40);
        var first = 1 + random.nextInt(whole.length());
        return whole.stretch(first, first - 1 + random.nextInt(whole.length() - first + 2));
    }

    static StoredEntry stored(Link place, String body) {
        var columns = StoredEntry.Columns.of(Body.parse(body));
        return new StoredEntry(place.count(), body, place.hash(), new StoredEntry.Beside(place.mac(KEYS), columns));
    }

    private Draft draft() {
        now = now.plusMillis(random.nextInt(60_000));
        var announced = random.nextInt(3) > 0;
        var code = announced || random.nextBoolean() ? null : "caller-not-verified";
        return new Draft(uuid(), announced ? Draft.ANNOUNCED : Draft.NOTED, now, announcement(), code, null, null);
    }

    private Draft outcome(Draft of) {
        now = now.plusMillis(random.nextInt(2_000));
        var outcome = random.nextInt(4) == 0
                ? Outcome.failed("directory-busy", "request-" + random.nextInt(1000))
                : Outcome.done("request-" + random.nextInt(1000));
        return new Draft(uuid(), Draft.OUTCOME, now, of.announcement(), null, outcome, of.id());
    }

    private Announcement announcement() {
        var agent = "kim" + random.nextInt(4);
        var customer = new Subject("contoso", "c0000000-0000-4000-8000-00000000000" + random.nextInt(CUSTOMERS));
        return new Announcement(
                new Actor(Actor.Kind.AGENT, "https://login.example#" + agent, agent, Set.of("agent")),
                ACTIONS.get(random.nextInt(ACTIONS.size())),
                customer,
                random.nextBoolean() ? uuid() : null,
                "forgot it, ليلى too " + random.nextInt(),
                "T-" + random.nextInt(10_000),
                Map.of("way", "link"),
                Map.of("address", "jan" + random.nextInt() + "@example.com"));
    }

    private CustomerKey keyOf(String scope) {
        return customerKeys.computeIfAbsent(scope, any -> CustomerKey.make());
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static TrailKeys keys() {
        try {
            return new TrailKeys(
                    Crypto.aesKey(Crypto.random(32)),
                    Crypto.random(32),
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
