package sandbox.oidc;

import java.time.Instant;
import java.util.Set;

/**
 * That somebody is signed in at the issuer, by which contexts of authentication, and at which apps (by the origin of their
 * pages).
 */
record SignInSession(String sid, String employeeKey, Instant signedInAt, Set<String> contexts, Set<String> origins) {

    boolean meets(AskedContexts asked) {
        return contexts.containsAll(asked.thatExist());
    }

    boolean isYoungerThan(long seconds, Instant now) {
        return signedInAt.plusSeconds(seconds).isAfter(now);
    }
}
