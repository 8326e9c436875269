package latchkey.helpdesk.customer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import latchkey.directory.DirectoryEvent;
import latchkey.directory.DirectoryEvent.Kind;
import latchkey.helpdesk.customer.PastEvent.Ending;

/**
 * Finds the entry of our trail behind each event of the directory's log of one customer: the one whose id the event
 * carries as correlation id, or else the only one whose action leaves such an activity behind and that was announced at
 * about that time. What another application or person did is never ours, whatever id it carries: ids can be copied.
 */
final class LogJoin {

    // The clocks may differ that much.
    private static final Duration BEFORE = Duration.ofMinutes(1);

    // A change of unknown outcome may still be carried out minutes later (facts §3.2).
    private static final Duration AFTER = Duration.ofMinutes(5);

    private final List<PastEvent> ours;
    private final Map<UUID, List<DirectoryEvent>> joined = new HashMap<>();
    private final Set<Trace> carried = new HashSet<>();
    private final List<Other> others = new ArrayList<>();

    private LogJoin(List<PastEvent> ours) {
        this.ours = ours;
    }

    /**
     * What came of it.
     *
     * @param joined the events behind entries of our trail, by the entry's id
     * @param others all other events, in the order they came
     */
    record Joined(Map<UUID, List<DirectoryEvent>> joined, List<Other> others) {}

    /** An event that belongs to no single entry of our trail. */
    record Other(DirectoryEvent event, Origin origin) {}

    private record Trace(UUID entry, String activity) {}

    static Joined join(List<PastEvent> ours, List<DirectoryEvent> events) {
        return new LogJoin(ours).joined(events);
    }

    private Joined joined(List<DirectoryEvent> events) {
        var rest = events.stream().filter(event -> !joinsByCorrelation(event)).toList();
        rest.forEach(this::judge);
        return new Joined(joined, others);
    }

    private boolean joinsByCorrelation(DirectoryEvent event) {
        if (!mayBeOurs(event)) {
            return false;
        }
        var entry = ours.stream()
                .filter(ours -> ours.id().toString().equalsIgnoreCase(event.correlationId()))
                .findFirst();
        entry.ifPresent(found -> {
            add(found, event);
            carried.add(new Trace(found.id(), event.activity()));
        });
        return entry.isPresent();
    }

    private void judge(DirectoryEvent event) {
        if (!mayBeOurs(event)) {
            others.add(new Other(event, event.signIn() ? Origin.SIGN_IN : Origin.OUTSIDE));
            return;
        }
        var candidates = ours.stream().filter(entry -> explains(entry, event)).toList();
        switch (candidates.size()) {
            case 0 -> others.add(new Other(event, ofNobody(event)));
            case 1 -> add(candidates.getFirst(), event);
            default -> others.add(new Other(event, Origin.AMBIGUOUS));
        }
    }

    private boolean explains(PastEvent entry, DirectoryEvent event) {
        return entry.ending() != Ending.REFUSED
                && Traces.fit(entry.action(), event.activity())
                && !event.at().isBefore(entry.at().minus(BEFORE))
                && !event.at().isAfter(entry.at().plus(AFTER))
                && !carried.contains(new Trace(entry.id(), event.activity()));
    }

    private void add(PastEvent entry, DirectoryEvent event) {
        joined.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(event);
    }

    private static boolean mayBeOurs(DirectoryEvent event) {
        var kind = event.by().kind();
        return !event.signIn() && (kind == Kind.LATCHKEY || kind == Kind.NOBODY);
    }

    private static Origin ofNobody(DirectoryEvent event) {
        return event.by().kind() == Kind.LATCHKEY ? Origin.UNEXPLAINED : Origin.OUTSIDE;
    }
}
