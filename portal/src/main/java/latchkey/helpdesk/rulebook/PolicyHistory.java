package latchkey.helpdesk.rulebook;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import latchkey.audit.Actor;
import latchkey.audit.Announcement;
import latchkey.audit.Trail;
import latchkey.helpdesk.rulebook.PolicyChange.Difference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares the rules of the settings at each start with the last that were noted; a difference is an entry of the trail. */
@Component
class PolicyHistory implements ApplicationRunner {

    private static final int SHOWN = 20;

    /** The trail names so many keys; the whole difference stands in the table, whose hash the entry has. */
    private static final int NAMED = 40;

    private static final int LONGEST = 400;

    private final EffectiveSettings settings;
    private final PolicyRows rows;
    private final TransactionTemplate transaction;
    private final Trail trail;
    private final Clock clock;

    PolicyHistory(
            EffectiveSettings settings, PolicyRows rows, TransactionTemplate transaction, Trail trail, Clock clock) {
        this.settings = settings;
        this.rows = rows;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    /** A start with other rules that cannot be noted does not come about. */
    @Override
    public void run(ApplicationArguments arguments) {
        note(settings.now());
    }

    /** How the rules changed, newest first. */
    List<PolicyChange> latest() {
        return rows.latest(SHOWN);
    }

    void note(SortedMap<String, String> now) {
        transaction.executeWithoutResult(open -> {
            rows.lock();
            var last = rows.last();
            var differences = last.map(before -> differences(before, now)).orElse(List.of());
            if (last.isEmpty() || !differences.isEmpty()) {
                trail.note(entry(now, differences), null);
                rows.insert(clock.instant().truncatedTo(ChronoUnit.MICROS), now, differences);
            }
        });
    }

    private static List<Difference> differences(Map<String, String> before, Map<String, String> now) {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(now.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(before.get(key), now.get(key)))
                .map(key -> new Difference(key, before.get(key), now.get(key)))
                .toList();
    }

    private static Announcement entry(SortedMap<String, String> now, List<Difference> differences) {
        var facts = new TreeMap<String, String>();
        facts.put("settings", EffectiveSettings.digest(now.toString()));
        facts.put("keys", String.valueOf(differences.size()));
        differences.stream().limit(NAMED).forEach(difference -> {
            facts.put(difference.key() + ".before", said(difference.before()));
            facts.put(difference.key() + ".after", said(difference.after()));
        });
        return new Announcement(Actor.system("settings"), "change-policy", null, null, null, null, facts, Map.of());
    }

    private static String said(@Nullable String value) {
        var text = Objects.requireNonNullElse(value, "–");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
