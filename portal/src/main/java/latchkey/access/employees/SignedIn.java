package latchkey.access.employees;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import latchkey.access.Authenticated;
import org.jspecify.annotations.Nullable;

/**
 * What the issuer said about an employee at sign-in; kept in the session, so that roles recomposed in the settings
 * count at once.
 *
 * @param issuer who let them in
 * @param objectId their key there
 * @param name for people to read
 * @param username their sign-in address, for people to read
 * @param email their address, where the token has one
 * @param claims values of the roles claim
 * @param sid the issuer's session, by which it signs out elsewhere
 * @param logoutHint what spares them the choice of account when signing out
 * @param since when they signed in here
 * @param authenticated when and how they proved at the issuer who they are
 */
public record SignedIn(
        String issuer,
        String objectId,
        String name,
        String username,
        @Nullable String email,
        Set<String> claims,
        @Nullable String sid,
        @Nullable String logoutHint,
        Instant since,
        Authenticated authenticated)
        implements Serializable {

    public SignedIn {
        claims = Set.copyOf(claims);
    }

    /** The name that sessions are found by: the issuer's session where it names one, else the person. */
    public String sessionName() {
        return sid == null ? issuer + "#" + objectId : sid;
    }

    @Override
    public String toString() {
        return "SignedIn[" + objectId + "]";
    }
}
