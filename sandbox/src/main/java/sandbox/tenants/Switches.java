package sandbox.tenants;

import java.util.Set;

/**
 * What a tenant offers where its kind alone does not decide (facts §0.1, §18).
 *
 * @param advancedQueries whether $count, $search, ne, not, endsWith and filter with orderby work, given the header
 * @param methods the authentication methods that its users can have
 */
public record Switches(boolean advancedQueries, Set<MethodFamily> methods) {

    public Switches {
        methods = Set.copyOf(methods);
    }

    /** What a tenant of this kind starts with; of External ID, no more than the documents promise (facts §18 no. 3, 4). */
    static Switches usualIn(TenantKind kind) {
        return switch (kind) {
            case WORKFORCE -> new Switches(true, Set.of(MethodFamily.values()));
            case B2C -> new Switches(false, Set.of(MethodFamily.values()));
            case EXTERNAL_ID ->
                new Switches(false, Set.of(MethodFamily.PASSWORD, MethodFamily.PHONE, MethodFamily.EMAIL));
        };
    }
}
