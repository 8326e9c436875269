package latchkey.audit;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Changes that count as announced, for tests of what asks for one. */
public final class Announced {

    private static final Set<UUID> IDS = ConcurrentHashMap.newKeySet();

    private Announced() {}

    public static AuditedChange change() {
        return change("test");
    }

    public static AuditedChange change(String action) {
        var id = UUID.randomUUID();
        IDS.add(id);
        return new AuditedChange(id, Announcement.of(Actor.system("test"), action, null));
    }

    /** Whether a test announced it without any trail. */
    public static boolean isByATest(UUID id) {
        return IDS.contains(id);
    }
}
