package sandbox.people;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.state.Restorable;
import sandbox.tenants.Tenant;
import sandbox.tenants.Tenants;

/** The directory of every tenant. */
@Component
public class Directories implements Restorable {

    private final Map<String, Directory> byTenant;
    private final Tenants tenants;
    private final Seed seed;

    Directories(Tenants tenants, SandboxClock clock, History history, Seed seed) {
        this.tenants = tenants;
        this.seed = seed;
        byTenant = tenants.all().stream()
                .collect(Collectors.toMap(Tenant::id, tenant -> new Directory(seed.crowd(tenant), clock, history)));
        fillFromSeed();
    }

    public Directory of(Tenant tenant) {
        return of(tenant.id());
    }

    /** The directory of the tenant with this id, which must be one of ours. */
    public Directory of(String tenantId) {
        return Objects.requireNonNull(byTenant.get(tenantId), "No such tenant");
    }

    @Override
    public Runnable remember() {
        var states = byTenant.values().stream().map(Directory::remember).toList();
        return () -> states.forEach(Runnable::run);
    }

    @Override
    public void reset() {
        fillFromSeed();
    }

    private void fillFromSeed() {
        tenants.all().forEach(tenant -> of(tenant).fill(seed.users(tenant)));
    }
}
