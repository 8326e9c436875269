package latchkey.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The erasing of one customer, as two people ask for it and agree to it. The trail is told in the same words by both; what they
 * say there is what is carried out, and nothing else is.
 *
 * @param id names it
 * @param customer whose key goes
 * @param key the very key: one that the customer gets later stays
 */
public record KeyErasure(UUID id, Subject customer, UUID key) {

    static final String ASKED = "ask-erasure";

    static final String AGREED = "agree-erasure";

    static final String DENIED = "deny-erasure";

    static final String DONE = "erase-customer";

    /** Under which refused tries stand. */
    public static final String REFUSED = ASKED;

    static final String ID = "erasure";

    static final String PERSON = "person";

    /** Somebody wants it. */
    public Announcement asked(Actor by, String person, String reason, @Nullable String ticket) {
        return said(by, ASKED, person, reason, ticket);
    }

    /** Somebody else wants it too: from now on it is carried out. */
    public Announcement agreed(Actor by, String person, @Nullable String ticket) {
        return said(by, AGREED, person, null, ticket);
    }

    public Announcement denied(Actor by, String person, @Nullable String reason, @Nullable String ticket) {
        return said(by, DENIED, person, reason, ticket);
    }

    /** About no customer, so that the reason is readable when the customer's key is gone. */
    private Announcement said(
            Actor by, String action, String person, @Nullable String reason, @Nullable String ticket) {
        var facts = new HashMap<>(facts());
        facts.put(PERSON, person);
        return new Announcement(by, action, null, null, reason, ticket, facts, Map.of());
    }

    Map<String, String> facts() {
        return Map.of(
                ID, id.toString(), "directory", customer.directory(), "customer", customer.id(), "key", key.toString());
    }

    static KeyErasure of(Map<String, String> facts) {
        return new KeyErasure(
                UUID.fromString(String.valueOf(facts.get(ID))),
                new Subject(String.valueOf(facts.get("directory")), String.valueOf(facts.get("customer"))),
                UUID.fromString(String.valueOf(facts.get("key"))));
    }
}
