package sandbox.tenants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import sandbox.state.Restorable;

/** The custom attributes of each tenant as they are now: those of the start, and what was created and deleted since. */
@Component
public class Attributes implements Restorable {

    private final Map<String, List<CustomAttribute>> byTenant = new ConcurrentHashMap<>();

    /** The tenant with the attributes that it has now. */
    public Tenant now(Tenant tenant) {
        var changed = byTenant.get(tenant.id());
        return changed == null ? tenant : tenant.with(changed);
    }

    /** Adds an attribute; false when the tenant has one of this name. */
    public synchronized boolean add(Tenant tenant, CustomAttribute attribute) {
        var all = new ArrayList<>(now(tenant).attributes());
        if (all.stream().anyMatch(known -> known.name().equalsIgnoreCase(attribute.name()))) {
            return false;
        }
        all.add(attribute);
        byTenant.put(tenant.id(), List.copyOf(all));
        return true;
    }

    /** Removes the attribute with this id; the values of users stay, unreadable (facts §6). */
    public synchronized void remove(Tenant tenant, String id) {
        byTenant.put(
                tenant.id(),
                now(tenant).attributes().stream()
                        .filter(attribute -> !attribute.id().equals(id))
                        .toList());
    }

    @Override
    public Runnable remember() {
        var then = Map.copyOf(byTenant);
        return () -> {
            byTenant.clear();
            byTenant.putAll(then);
        };
    }

    @Override
    public void reset() {
        byTenant.clear();
    }
}
