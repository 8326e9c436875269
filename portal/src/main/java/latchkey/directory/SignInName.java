package latchkey.directory;

/**
 * A name a customer signs in with (Graph: objectIdentity, facts §4.4).
 *
 * @param kind local e-mail, a code mailed at every sign-in, local user name, local phone, federated, or the hidden generated one
 * @param issuer the tenant's domain for local names, the identity provider for federated ones
 * @param value what the customer types, or the provider's id of them
 */
public record SignInName(Kind kind, String issuer, String value) {

    /** The sorts of sign-in name. */
    public enum Kind {
        EMAIL,
        EMAIL_CODE,
        USER_NAME,
        PHONE,
        FEDERATED,
        GENERATED,
        OTHER
    }

    /** Whether the value is an e-mail address at which the customer proves themselves. */
    public boolean isAddress() {
        return kind == Kind.EMAIL || kind == Kind.EMAIL_CODE;
    }
}
