package sandbox.graph.users;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import sandbox.graph.GraphError;
import sandbox.graph.filter.Filter;
import sandbox.people.Identity;

/**
 * The one way of finding users by how they sign in (facts §4.3): id and issuer together.
 *
 * @param assigned null when only an issuer was asked for
 */
record IdentityClause(@Nullable String assigned, @Nullable String issuer) {

    private static final Set<String> ISSUERS_THAT_STAND_ALONE = Set.of("google.com", "facebook.com", "mail", "phone");
    private static final IdentityClause EMPTY = new IdentityClause(null, null);

    static IdentityClause of(Filter.Each each) {
        var condition = each.condition();
        return condition == null ? EMPTY : read(condition, each.variable(), EMPTY);
    }

    static void demandValid(Filter.Each each) {
        var clause = of(each);
        var alone =
                clause.assigned == null && clause.issuer != null && ISSUERS_THAT_STAND_ALONE.contains(clause.issuer);
        if (clause.issuer == null || (clause.assigned == null && !alone)) {
            throw unsupported();
        }
    }

    boolean fits(Identity identity) {
        if (assigned == null) {
            return identity.issuer().equalsIgnoreCase(issuer);
        }
        if (!identity.issuerAssignedId().equalsIgnoreCase(assigned)) {
            return false;
        }
        return switch (identity.signInType()) {
            // A principal name is found by its own property only.
            case Identity.PRINCIPAL_NAME -> false;
            case Identity.FEDERATED -> identity.issuer().equalsIgnoreCase(issuer);
            // The issuer of a local identity must be named, but is not compared.
            default -> true;
        };
    }

    private static IdentityClause read(Filter filter, @Nullable String variable, IdentityClause sofar) {
        if (filter instanceof Filter.And and) {
            return read(and.right(), variable, read(and.left(), variable, sofar));
        }
        if (filter instanceof Filter.Compare compare
                && compare.operator().equals("eq")
                && compare.path().in(variable)
                && compare.value() instanceof String value) {
            return sofar.with(compare.path().tail(), value);
        }
        throw unsupported();
    }

    private IdentityClause with(String property, String value) {
        if (property.equals("issuerAssignedId") && assigned == null) {
            return new IdentityClause(value, issuer);
        }
        if (property.equals("issuer") && issuer == null) {
            return new IdentityClause(assigned, value);
        }
        throw unsupported();
    }

    private static GraphError unsupported() {
        return GraphError.unsupportedQuery(
                "Unsupported or invalid query filter clause specified for property 'identities' of resource 'User'.");
    }
}
