package sandbox.tenants;

import java.util.List;
import java.util.Locale;

/**
 * A tenant.
 *
 * @param domain the initial domain, which is also the issuer of local identities
 * @param attributes the custom attributes, as the b2c-extensions-app holds them
 */
public record Tenant(String id, String domain, String displayName, TenantKind kind, List<CustomAttribute> attributes) {

    /** Whether the first part of a token path means this tenant. */
    boolean isCalled(String idOrDomain) {
        var name = idOrDomain.toLowerCase(Locale.ROOT);
        return name.equals(id) || name.equals(domain);
    }

    Tenant with(List<CustomAttribute> changed) {
        return new Tenant(id, domain, displayName, kind, changed);
    }
}
