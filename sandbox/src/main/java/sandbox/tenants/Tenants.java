package sandbox.tenants;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sandbox.state.Restorable;

/** The tenants that the sandbox plays and the applications registered in them. */
@Component
public class Tenants implements Restorable {

    /** Id of the customers' tenant. */
    public static final String CUSTOMERS = "b2c00000-0000-4000-8000-000000000001";

    /** Id of the employees' tenant. */
    public static final String EMPLOYEES = "e0000000-0000-4000-8000-000000000002";

    /** Id of the other customers' tenant, of the kind External ID. */
    public static final String EXTERNAL_CUSTOMERS = "c1a00000-0000-4000-8000-000000000003";

    /** What holds the custom attributes of the customers' tenant. */
    public static final ExtensionsApp EXTENSIONS_APP =
            new ExtensionsApp("b2ce0000-0000-4000-8000-000000000001", "b2ce1000-0000-4000-8000-000000000001");

    /** What holds the custom attributes of the other customers' tenant. */
    public static final ExtensionsApp EXTERNAL_EXTENSIONS_APP =
            new ExtensionsApp("c1ae0000-0000-4000-8000-000000000003", "c1ae1000-0000-4000-8000-000000000003");

    private final Map<String, Application> applications = new ConcurrentHashMap<>();
    private final SeedFile file;
    private volatile List<Tenant> tenants = List.of();

    Tenants(SeedFile file) {
        this.file = file;
        reset();
    }

    public List<Tenant> all() {
        return tenants;
    }

    /** The tenant with this id or domain. */
    public Optional<Tenant> tenant(String idOrDomain) {
        return tenants.stream().filter(tenant -> tenant.isCalled(idOrDomain)).findFirst();
    }

    /** Switches what the tenant with this id or domain offers; empty when there is none. */
    public synchronized Optional<Tenant> change(String idOrDomain, UnaryOperator<Switches> change) {
        tenants = tenants.stream()
                .map(tenant -> tenant.isCalled(idOrDomain) ? tenant.with(change.apply(tenant.switches())) : tenant)
                .toList();
        return tenant(idOrDomain);
    }

    /** The application with this id, if it is registered in the tenant. */
    public Optional<Application> application(Tenant tenant, String appId) {
        return Optional.ofNullable(applications.get(appId.toLowerCase(Locale.ROOT)))
                .filter(application -> application.tenantId().equals(tenant.id()));
    }

    /** Every application of the tenant, by name. */
    public List<Application> applications(Tenant tenant) {
        return applications.values().stream()
                .filter(application -> application.tenantId().equals(tenant.id()))
                .sorted(java.util.Comparator.comparing(Application::displayName))
                .toList();
    }

    /** Registers a certificate in PEM; false when no application has this id. */
    public boolean certify(String appId, String certificate) {
        return applications.computeIfPresent(
                        appId.toLowerCase(Locale.ROOT), (id, application) -> application.with(certificate))
                != null;
    }

    @Override
    public Runnable remember() {
        var then = Map.copyOf(applications);
        var tenantsThen = tenants;
        return () -> {
            applications.putAll(then);
            tenants = tenantsThen;
        };
    }

    @Override
    public final void reset() {
        tenants =
                Stream.concat(Seeds.tenants().stream(), file.tenants().stream()).toList();
        Seeds.applications().forEach(this::register);
        file.applications().forEach(this::register);
    }

    private void register(Application application) {
        applications.put(application.appId(), application);
    }
}
