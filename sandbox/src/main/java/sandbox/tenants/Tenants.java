package sandbox.tenants;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import sandbox.state.Restorable;

/** The tenants that the sandbox plays and the applications registered in them. */
@Component
public class Tenants implements Restorable {

    /** Id of the customers' tenant. */
    public static final String CUSTOMERS = "b2c00000-0000-4000-8000-000000000001";

    /** Id of the employees' tenant. */
    public static final String EMPLOYEES = "e0000000-0000-4000-8000-000000000002";

    /** Application id of the b2c-extensions-app, which holds the custom attributes. */
    public static final String EXTENSIONS_APP = "b2ce0000-0000-4000-8000-000000000001";

    /** Object id of the b2c-extensions-app's registration. */
    public static final String EXTENSIONS_APP_OBJECT = "b2ce1000-0000-4000-8000-000000000001";

    /** What the names of custom attributes begin with (facts §6). */
    public static final String ATTRIBUTE_PREFIX = "extension_" + EXTENSIONS_APP.replace("-", "") + "_";

    private final List<Tenant> tenants = Seeds.tenants();
    private final Map<String, Application> applications = new ConcurrentHashMap<>();

    Tenants() {
        Seeds.applications().forEach(this::register);
    }

    public List<Tenant> all() {
        return tenants;
    }

    /** The tenant with this id or domain. */
    public Optional<Tenant> tenant(String idOrDomain) {
        return tenants.stream().filter(tenant -> tenant.isCalled(idOrDomain)).findFirst();
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
        return () -> applications.putAll(then);
    }

    @Override
    public void reset() {
        Seeds.applications().forEach(this::register);
    }

    private void register(Application application) {
        applications.put(application.appId(), application);
    }
}
