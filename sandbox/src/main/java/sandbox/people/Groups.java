package sandbox.people;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import sandbox.state.Restorable;

/** The groups of every tenant. */
@Component
public class Groups implements Restorable {

    private final Map<String, Map<String, Group>> byTenant = new ConcurrentHashMap<>();

    Groups() {
        reset();
    }

    /** Every group of the tenant, by id. */
    public List<Group> all(String tenantId) {
        return List.copyOf(of(tenantId).values());
    }

    public Optional<Group> group(String tenantId, String id) {
        return Optional.ofNullable(of(tenantId).get(id.toLowerCase(Locale.ROOT)));
    }

    /** The groups that the user or group is a member of itself. */
    public List<Group> around(String tenantId, String member) {
        return of(tenantId).values().stream()
                .filter(group -> group.members().contains(member))
                .toList();
    }

    /** The groups that the user or group is a member of, be it through other groups. */
    public List<Group> above(String tenantId, String member) {
        var found = new LinkedHashMap<String, Group>();
        var open = new ArrayDeque<>(List.of(member));
        while (!open.isEmpty()) {
            for (var group : around(tenantId, open.remove())) {
                if (found.put(group.id(), group) == null) {
                    open.add(group.id());
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Ids of all users and groups within the group, be it through other groups. */
    public List<String> within(String tenantId, Group group) {
        var found = new LinkedHashMap<String, Boolean>();
        var open = new ArrayDeque<>(List.of(group));
        while (!open.isEmpty()) {
            for (var member : open.remove().members()) {
                if (found.put(member, true) == null) {
                    group(tenantId, member).ifPresent(open::add);
                }
            }
        }
        return found.keySet().stream().sorted().toList();
    }

    public void add(String tenantId, Group group) {
        change(tenantId, groups -> groups.put(group.id(), group));
    }

    public void remove(String tenantId, Group group) {
        change(tenantId, groups -> {
            groups.remove(group.id());
            groups.replaceAll((id, other) -> other.without(group.id()));
        });
    }

    public void join(String tenantId, Group group, String member) {
        change(tenantId, groups -> groups.computeIfPresent(group.id(), (id, now) -> now.with(member)));
    }

    public void leave(String tenantId, Group group, String member) {
        change(tenantId, groups -> groups.computeIfPresent(group.id(), (id, now) -> now.without(member)));
    }

    @Override
    public Runnable remember() {
        var then = Map.copyOf(byTenant);
        return () -> putBack(then);
    }

    @Override
    public final void reset() {
        putBack(SeededGroups.byTenant());
    }

    private synchronized void putBack(Map<String, Map<String, Group>> then) {
        byTenant.clear();
        byTenant.putAll(then);
    }

    private Map<String, Group> of(String tenantId) {
        return byTenant.getOrDefault(tenantId, Map.of());
    }

    private synchronized void change(String tenantId, Consumer<Map<String, Group>> change) {
        var groups = new HashMap<>(of(tenantId));
        change.accept(groups);
        byTenant.put(tenantId, new TreeMap<>(groups));
    }
}
