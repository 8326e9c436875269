package sandbox.tenants;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A tenant.
 *
 * @param domain the initial domain, which is also the issuer of local identities
 * @param extensions what holds the custom attributes; null in a tenant without customers
 * @param attributes the custom attributes
 */
public record Tenant(
        String id,
        String domain,
        String displayName,
        TenantKind kind,
        Switches switches,
        @Nullable ExtensionsApp extensions,
        List<CustomAttribute> attributes) {

    /** Whether the first part of a token path means this tenant. */
    boolean isCalled(String idOrDomain) {
        var name = idOrDomain.toLowerCase(Locale.ROOT);
        return name.equals(id) || name.equals(domain);
    }

    Tenant with(List<CustomAttribute> changed) {
        return new Tenant(id, domain, displayName, kind, switches, extensions, changed);
    }

    Tenant with(Switches changed) {
        return new Tenant(id, domain, displayName, kind, changed, extensions, attributes);
    }
}
