package sandbox.tenants;

/**
 * What a kind of tenant can do (facts §0.1).
 *
 * <p>What only a workforce tenant offers stands here as a capability, so that no other code asks for a kind.
 */
public enum TenantKind {
    WORKFORCE("AAD", true, 256),
    B2C("AAD B2C", false, 64),
    EXTERNAL_ID("CIAM", false, 256);

    private final String tenantType;
    private final boolean changeEnumeration;
    private final int longestPassword;

    TenantKind(String tenantType, boolean changeEnumeration, int longestPassword) {
        this.tenantType = tenantType;
        this.changeEnumeration = changeEnumeration;
        this.longestPassword = longestPassword;
    }

    /** The value of {@code organization.tenantType}. */
    public String tenantType() {
        return tenantType;
    }

    /** Whether delta queries work. */
    public boolean changeEnumeration() {
        return changeEnumeration;
    }

    /** How many characters a password may have (facts §4.7). */
    public int longestPassword() {
        return longestPassword;
    }

    /** Whether users are customers with local or federated identities. */
    public boolean consumers() {
        return this != WORKFORCE;
    }
}
