package sandbox.oidc;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import sandbox.tenants.Tenant;
import sandbox.tenants.Tenants;

/** The issuer's own address, under whichever name the sandbox was called. */
@Component
class Issuer {

    private final Tenants tenants;

    Issuer(Tenants tenants) {
        this.tenants = tenants;
    }

    /** The {@code iss} of a tenant's tokens, as Entra writes it (facts §13). */
    String of(String tenantId) {
        return root() + "/" + tenantId + "/v2.0";
    }

    /** The {@code iss} of customers' tokens, as Azure AD B2C writes it unless told otherwise (facts §13). */
    String ofCustomers(String tenantId) {
        return root() + "/" + tenantId + "/v2.0/";
    }

    /** Scheme, host and port of the request being answered. */
    String root() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    Optional<Tenant> tenant(String idOrDomain) {
        return tenants.tenant(idOrDomain);
    }
}
