package sandbox.people;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a user, for the history. */
final class Differences {

    private Differences() {}

    static Map<String, History.Change> between(@Nullable User before, User after) {
        var old = before == null ? Map.<String, Object>of() : before.properties();
        var names = new TreeSet<>(old.keySet());
        names.addAll(after.properties().keySet());
        var changes = new TreeMap<String, History.Change>();
        names.forEach(name -> note(changes, name, old.get(name), after.property(name)));
        noteMethods(changes, before == null ? Methods.NONE : before.methods(), after.methods());
        return changes;
    }

    private static void noteMethods(Map<String, History.Change> changes, Methods before, Methods after) {
        note(changes, "passwordProfile", masked(before.passwordDigest()), masked(after.passwordDigest()));
        note(changes, "phoneMethods", before.phones(), after.phones());
        note(changes, "emailMethod", before.email(), after.email());
        note(changes, "softwareOathMethods", before.authenticatorCodes(), after.authenticatorCodes());
    }

    private static void note(
            Map<String, History.Change> changes, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(name, new History.Change(before, after));
        }
    }

    // The beginning tells two passwords apart and gives neither away.
    private static @Nullable String masked(@Nullable String digest) {
        return digest == null ? null : "set (" + digest.substring(0, 8) + ")";
    }
}
