package sandbox.graph;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.tenants.Attributes;
import sandbox.tenants.Tenant;
import sandbox.tenants.Tenants;
import sandbox.token.AccessTokens;
import sandbox.token.Resources;

/** Finds out who calls (facts §3.2, row 401). */
@Component
class BearerCheck {

    private static final int UNAUTHORIZED = 401;
    private static final Set<String> AUDIENCES = Set.of(Resources.GRAPH, Resources.GRAPH_APP);

    private final AccessTokens tokens;
    private final Tenants tenants;
    private final Attributes attributes;
    private final SandboxClock clock;

    BearerCheck(AccessTokens tokens, Tenants tenants, Attributes attributes, SandboxClock clock) {
        this.tokens = tokens;
        this.tenants = tenants;
        this.attributes = attributes;
        this.clock = clock;
    }

    /** The caller and the tenant that its token is for. */
    record Known(Caller caller, Tenant tenant) {}

    Known known(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw refusal("Access token is empty.");
        }
        var token = tokens.read(authorization.substring(7).strip())
                .orElseThrow(() -> refusal("CompactToken validation failed with reason code: 80049228."));
        if (!AUDIENCES.contains(token.audience())) {
            throw refusal("Access token validation failure. Invalid audience.");
        }
        if (!token.validAt(clock.instant())) {
            throw refusal("Lifetime validation failed, the token is expired.");
        }
        var tenant = tenants.tenant(token.tenantId()).map(attributes::now).orElseThrow(BearerCheck::otherTenant);
        var application = tenants.application(tenant, token.appId()).orElseThrow(BearerCheck::otherTenant);
        return new Known(new Caller(application, token), tenant);
    }

    private static GraphError otherTenant() {
        return refusal("Access token validation failure.");
    }

    private static GraphError refusal(String message) {
        return new GraphError(UNAUTHORIZED, "InvalidAuthenticationToken", message, List.of());
    }
}
