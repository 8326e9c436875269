package latchkey.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import latchkey.audit.Announced;
import latchkey.testing.SandboxControl.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * Holds every write that reached the sandbox's Graph, over the whole run, against the trails of the portals that were up: each
 * must have been announced before it was sent. Calls carry the entry's id as {@code client-request-id}.
 */
public final class WritesInTheTrail {

    private static final Set<String> OURS =
            Set.of("a0000000-0000-4000-8000-000000000001", "a0000000-0000-4000-8000-000000000002");

    /** What is asked for with POST and changes nothing. */
    private static final Set<String> QUESTIONS =
            Set.of("getByIds", "getMemberGroups", "getMemberObjects", "checkMemberGroups", "checkMemberObjects");

    private static final Set<PortalProcess> PORTALS = ConcurrentHashMap.newKeySet();

    private static long seen;
    private static long checked;

    private WritesInTheTrail() {}

    /** From now on this portal may be the one that wrote. */
    static void of(PortalProcess portal) {
        PORTALS.add(portal);
    }

    /** It no longer can be: what it wrote is looked at before. */
    static void endOf(PortalProcess portal) {
        check(portal.sandbox().control());
        PORTALS.remove(portal);
    }

    /** How many writes were found announced so far. */
    public static synchronized long checked() {
        return checked;
    }

    /**
     * Looks at what was written since the last look.
     *
     * @throws AssertionError naming the writes that nobody announced, or announced later
     */
    static synchronized void check(SandboxControl sandbox) {
        var entries = sandbox.journal("graph", seen);
        entries.forEach(entry -> seen = Math.max(seen, entry.seq()));
        var writes = entries.stream()
                .filter(WritesInTheTrail::isWriteOfOurs)
                .filter(entry -> !Announced.isByATest(id(entry)))
                .toList();
        var announced = announced(writes);
        var wrong = writes.stream()
                .filter(write -> !isAnnounced(write, announced.get(id(write)), sandbox.isOnTime()))
                .toList();
        checked += writes.size() - wrong.size();
        if (!wrong.isEmpty()) {
            throw new AssertionError("Written without an earlier entry in the trail: " + wrong);
        }
    }

    private static boolean isWriteOfOurs(JournalEntry entry) {
        var path = String.valueOf(entry.path());
        return OURS.contains(String.valueOf(entry.appId()))
                && !"GET".equals(entry.method())
                && !QUESTIONS.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Clocks can be compared only where none was moved. */
    private static boolean isAnnounced(JournalEntry write, @Nullable Instant announced, boolean onTime) {
        return announced != null && (!onTime || !announced.isAfter(write.at()));
    }

    private static Map<UUID, Instant> announced(List<JournalEntry> writes) {
        var ids = new HashSet<UUID>();
        writes.forEach(write -> ids.add(id(write)));
        Map<UUID, Instant> found = new HashMap<>();
        if (!ids.isEmpty()) {
            PORTALS.forEach(portal -> found.putAll(portal.announced(ids)));
        }
        return found;
    }

    /** A call without an id is nobody's, and so not announced. */
    private static UUID id(JournalEntry entry) {
        try {
            return UUID.fromString(String.valueOf(entry.clientRequestId()));
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }
}
