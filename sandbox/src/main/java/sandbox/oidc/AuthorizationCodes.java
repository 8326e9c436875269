package sandbox.oidc;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.state.Restorable;

/** The codes that apps exchange for tokens: ten minutes, one use. */
@Component
class AuthorizationCodes implements Restorable {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final SandboxClock clock;

    AuthorizationCodes(SandboxClock clock) {
        this.clock = clock;
    }

    /**
     * A sign-in that waits for its app to fetch the tokens.
     *
     * @param policy the user flow that a customer went through, null for an employee
     */
    record SignedIn(String tenantId, @Nullable String policy, SignInRequest request, SignInSession session) {}

    /** What became of a code. */
    sealed interface Redeemed {
        record Fresh(SignedIn signedIn) implements Redeemed {}

        record Unknown() implements Redeemed {}

        record Used() implements Redeemed {}

        record Expired() implements Redeemed {}
    }

    String issue(SignedIn signedIn) {
        dropStale();
        byte[] bytes = new byte[48];
        random.nextBytes(bytes);
        String code = "1." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        entries.put(code, new Entry(signedIn, clock.instant().plus(LIFE), false));
        return code;
    }

    /** Takes the code out of use, also when the rest of the request turns out to be wrong. */
    Redeemed redeem(String code) {
        Entry before = entries.get(code);
        if (before == null) {
            return new Redeemed.Unknown();
        }
        if (before.used || !entries.replace(code, before, before.nowUsed())) {
            return new Redeemed.Used();
        }
        return clock.instant().isAfter(before.expiresAt) ? new Redeemed.Expired() : new Redeemed.Fresh(before.signedIn);
    }

    @Override
    public void reset() {
        entries.clear();
    }

    @Override
    public Runnable remember() {
        var then = Map.copyOf(entries);
        return () -> {
            entries.clear();
            entries.putAll(then);
        };
    }

    /** Used codes stay known for a while, so that using one again is told apart from making one up. */
    private void dropStale() {
        Instant longAgo = clock.instant().minus(LIFE);
        entries.values().removeIf(entry -> entry.expiresAt.isBefore(longAgo));
    }

    private record Entry(SignedIn signedIn, Instant expiresAt, boolean used) {
        Entry nowUsed() {
            return new Entry(signedIn, expiresAt, true);
        }
    }
}
