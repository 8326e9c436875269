package sandbox.people;

import java.util.Locale;

/**
 * One way in which a customer is known at sign-in (facts §4.4).
 *
 * @param signInType emailAddress, userName, phoneNumber, federated or userPrincipalName
 */
public record Identity(String signInType, String issuer, String issuerAssignedId) {

    public static final String EMAIL = "emailAddress";
    public static final String USER_NAME = "userName";
    public static final String PHONE = "phoneNumber";
    public static final String FEDERATED = "federated";
    public static final String PRINCIPAL_NAME = "userPrincipalName";

    /** Whether the directory itself checks a password for it. */
    public boolean local() {
        return !signInType.equals(FEDERATED) && !signInType.equals(PRINCIPAL_NAME);
    }

    /** What must be unique in the tenant. */
    long hash() {
        return Holders.hash(issuer.toLowerCase(Locale.ROOT), issuerAssignedId);
    }
}
