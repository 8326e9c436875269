package sandbox.tenants;

/**
 * What a kind of tenant can do (facts §0.1).
 *
 * <p>What only a workforce tenant offers stands here as a capability, so that no other code asks for a kind.
 */
public enum TenantKind {
    WORKFORCE("AAD", true, true),
    B2C("AAD B2C", false, false),
    // Facts §18 no. 3: the documented exclusion from advanced queries names B2C only.
    EXTERNAL_ID("CIAM", true, false);

    private final String tenantType;
    private final boolean advancedQueries;
    private final boolean changeEnumeration;

    TenantKind(String tenantType, boolean advancedQueries, boolean changeEnumeration) {
        this.tenantType = tenantType;
        this.advancedQueries = advancedQueries;
        this.changeEnumeration = changeEnumeration;
    }

    /** The value of {@code organization.tenantType}. */
    public String tenantType() {
        return tenantType;
    }

    /** Whether $count, $search, ne, not, endsWith and filter with orderby work, given the header. */
    public boolean advancedQueries() {
        return advancedQueries;
    }

    /** Whether delta queries work. */
    public boolean changeEnumeration() {
        return changeEnumeration;
    }

    /** Whether users are customers with local or federated identities. */
    public boolean consumers() {
        return this != WORKFORCE;
    }
}
