package sandbox.oidc;

import java.time.Instant;
import java.util.Set;

/** That somebody is signed in at the issuer, and at which apps (by the origin of their pages). */
record SignInSession(String sid, String employeeKey, Instant signedInAt, Set<String> origins) {

    boolean isYoungerThan(long seconds, Instant now) {
        return signedInAt.plusSeconds(seconds).isAfter(now);
    }
}
