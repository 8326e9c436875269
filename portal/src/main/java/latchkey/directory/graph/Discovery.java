package latchkey.directory.graph;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import latchkey.directory.Capabilities;
import latchkey.directory.Directory.Capability;
import latchkey.directory.Directory.CapabilityName;
import latchkey.directory.DirectoryFailure.NotAllowed;
import latchkey.directory.DirectoryFailure.NotFound;
import latchkey.directory.DirectoryFailure.NotSupported;
import org.jspecify.annotations.Nullable;

/** Finds out what the app registration can do in its directory: from its token, the directory's kind and, where both are silent, by asking (facts §0.1, §4.6). */
final class Discovery {

    private static final Set<String> BROAD = Set.of("User.ReadWrite.All", "Directory.ReadWrite.All");

    // Facts §4.6: User Administrator, Privileged Authentication Administrator, Global Administrator.
    private static final Set<String> MAY_SET_PASSWORDS = Set.of(
            "fe930be7-5e62-47db-91af-98c3a49a38b1",
            "7be44c8a-adaf-4e2a-84d6-ab2649e08a13",
            "62e90394-69f5-4237-9190-012177145e10");

    private static final Capability FOR_CERTAIN = new Capability.Available();

    private final GraphClient graph;
    private final Tokens tokens;
    private final Supplier<Tenant> tenant;
    private volatile @Nullable String seen;

    Discovery(GraphClient graph, Tokens tokens, Supplier<Tenant> tenant) {
        this.graph = graph;
        this.tokens = tokens;
        this.tenant = tenant;
    }

    /** Everything that pages ask about; a few calls at most. */
    Capabilities ask() {
        return TokenClaims.of(unseenToken())
                .map(this::of)
                .orElseGet(() -> Capabilities.unknown("capability.unknown"))
                .with(CapabilityName.ADVANCED_SEARCH, advancedSearch());
    }

    // A new consent shows only in a new token (facts §2).
    private String unseenToken() {
        var token = tokens.current();
        var fresh = token.equals(seen) ? tokens.insteadOf(token) : token;
        seen = fresh;
        return fresh;
    }

    private Capabilities of(TokenClaims claims) {
        return Capabilities.all()
                .with(CapabilityName.METHODS, methods(claims))
                .with(CapabilityName.EDIT_ATTRIBUTES, permitted(claims, "edit-attributes", BROAD))
                .with(CapabilityName.RESET_PASSWORD, resetPassword(claims))
                .with(
                        CapabilityName.REVOKE_SESSIONS,
                        permitted(claims, "revoke-sessions", Set.of("User.RevokeSessions.All")))
                .with(
                        CapabilityName.BLOCK_SIGN_IN,
                        permitted(claims, "block-sign-in", Set.of("User.EnableDisableAccount.All")));
    }

    private static Capability methods(TokenClaims claims) {
        var reading = Set.of("UserAuthenticationMethod.Read.All", "UserAuthenticationMethod.ReadWrite.All");
        return Collections.disjoint(claims.permissions(), reading) ? missing("methods.permission") : FOR_CERTAIN;
    }

    // The documents name the least permission; whether a broader one still covers it, only Graph knows.
    private static Capability permitted(TokenClaims claims, String name, Set<String> enough) {
        if (!Collections.disjoint(claims.permissions(), enough)) {
            return FOR_CERTAIN;
        }
        return Collections.disjoint(claims.permissions(), BROAD)
                ? missing(name + ".permission")
                : new Capability.Available("capability.broad-permission");
    }

    private Capability resetPassword(TokenClaims claims) {
        var permitted = permitted(claims, "reset-password", Set.of("User-PasswordProfile.ReadWrite.All"));
        return permitted instanceof Capability.Missing ? permitted : withRole(claims, permitted);
    }

    // The permission alone sets no password: the service principal needs a directory role too (facts §0, fact 4).
    private Capability withRole(TokenClaims claims, Capability permitted) {
        try {
            var roles = roles(claims);
            if (!Collections.disjoint(roles, MAY_SET_PASSWORDS)) {
                return permitted;
            }
            return roles.isEmpty() ? missing("reset-password.role") : new Capability.Available("capability.other-role");
        } catch (NotAllowed | NotSupported | NotFound e) {
            return new Capability.Available("capability.role-unknown");
        }
    }

    private Set<String> roles(TokenClaims claims) {
        if (!Collections.disjoint(claims.directoryRoles(), MAY_SET_PASSWORDS)) {
            return claims.directoryRoles();
        }
        var principal = claims.servicePrincipal();
        if (principal == null) {
            throw new NotSupported("The token does not name the service principal", null, null);
        }
        var target = Query.select(List.of("id", "roleTemplateId"))
                .on("servicePrincipals/" + UUID.fromString(principal) + "/memberOf/microsoft.graph.directoryRole");
        return new HashSet<>(graph.readAll(
                GraphCall.get("get-own-roles", target),
                Trees.page(role -> role.path("roleTemplateId").asString(""))));
    }

    private Capability advancedSearch() {
        try {
            return switch (tenant.get().kind()) {
                case WORKFORCE -> FOR_CERTAIN;
                case AZURE_AD_B2C -> missing("advanced-search.b2c");
                // Nothing promises them there, so the directory is asked (facts §18 no. 3).
                case EXTERNAL_ID -> counts() ? FOR_CERTAIN : missing("advanced-search.external-id");
            };
        } catch (NotAllowed e) {
            return new Capability.Available("capability.unknown");
        }
    }

    private boolean counts() {
        var call = GraphCall.advancedGet(
                "probe-advanced-queries",
                Query.select(List.of("id")).count().top(1).on("users"));
        try {
            return graph.read(call, body -> Trees.tree(body).has("@odata.count"));
        } catch (NotSupported e) {
            return false;
        }
    }

    private static Capability missing(String reason) {
        return new Capability.Missing("capability." + reason);
    }
}
