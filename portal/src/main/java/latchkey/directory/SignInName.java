package latchkey.directory;

/**
 * A name a customer signs in with (Graph: objectIdentity, facts §4.4).
 *
 * @param kind local e-mail, local user name, local phone, federated, or the hidden generated one
 * @param issuer the tenant's domain for local names, the identity provider for federated ones
 * @param value what the customer types, or the provider's id of them
 */
public record SignInName(Kind kind, String issuer, String value) {

    /** The sorts of sign-in name. */
    public enum Kind {
        EMAIL,
        USER_NAME,
        PHONE,
        FEDERATED,
        GENERATED,
        OTHER
    }
}
