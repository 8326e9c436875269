package latchkey.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is not in the chain yet.
 *
 * @param kind announced, noted, looked or outcome
 * @param announcement what it is about; for an outcome, what was announced
 * @param code why a noted thing was refused, null otherwise
 * @param outcome how an announced change ended, null for other kinds
 * @param of the announcement's id, for an outcome
 */
record Draft(
        UUID id,
        String kind,
        Instant at,
        Announcement announcement,
        @Nullable String code,
        @Nullable Outcome outcome,
        @Nullable UUID of) {

    static final String ANNOUNCED = "announced";

    static final String NOTED = "noted";

    static final String OUTCOME = "outcome";

    static final String LOOKED = "looked";

    private static final String DESK = "desk";

    /** Whose key seals the personal values: the customer's, or the desk's own when no customer is concerned. */
    String scope() {
        var subject = announcement.subject();
        return subject == null ? DESK : subject.scope();
    }

    boolean isSealed() {
        return outcome == null;
    }

    /** The canonical body; nothing in it is personal but the sealed part. */
    String body(long sequence, @Nullable CustomerKey key) {
        var body = new TreeMap<String, Object>();
        body.put("version", 1L);
        body.put("sequence", sequence);
        body.put("id", id);
        body.put("kind", kind);
        body.put("at", at);
        body.put("actor", actor());
        body.put("action", announcement.action());
        putWhatIsKnown(body);
        if (key != null) {
            body.put("key", key.id());
            body.put("sealed", sealed(key));
        }
        return CanonicalJson.of(body);
    }

    private void putWhatIsKnown(Map<String, Object> body) {
        var subject = announcement.subject();
        put(body, "subject", subject == null ? null : Map.of("directory", subject.directory(), "id", subject.id()));
        put(body, "case", announcement.caseId());
        put(body, "ticket", announcement.ticket());
        put(body, "of", of);
        if (outcome == null) {
            body.put("facts", announcement.facts());
            put(body, "code", code);
        } else {
            body.put("facts", outcome.facts());
            body.put("result", outcome.result());
            put(body, "code", outcome.code());
            put(body, "requestId", outcome.requestId());
        }
    }

    private Map<String, Object> actor() {
        var actor = announcement.actor();
        return Map.of("kind", actor.kind(), "id", actor.id(), "roles", new TreeSet<>(actor.roles()));
    }

    private String sealed(CustomerKey key) {
        var personal = new TreeMap<String, Object>();
        personal.put("name", announcement.actor().name());
        personal.put("personal", announcement.personal());
        put(personal, "reason", announcement.reason());
        var plain = CanonicalJson.of(personal).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Crypto.encrypt(key.key(), plain, belongsTo(id)));
    }

    static byte[] belongsTo(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
