package sandbox.graph.tenant;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import sandbox.state.Restorable;
import sandbox.tenants.Tenant;

/** The user-flow attributes that were created or described through Graph, by tenant. */
@Component
class FlowAttributes implements Restorable {

    private final Map<String, List<Custom>> byTenant = new ConcurrentHashMap<>();

    /** One that is not built in; it holds no values of its own (facts §6). */
    record Custom(String id, String displayName, String description, String dataType) {

        Custom described(String words) {
            return new Custom(id, displayName, words, dataType);
        }
    }

    List<Custom> of(Tenant tenant) {
        return byTenant.getOrDefault(tenant.id(), List.of());
    }

    synchronized void change(Tenant tenant, UnaryOperator<List<Custom>> change) {
        byTenant.put(tenant.id(), List.copyOf(change.apply(of(tenant))));
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
