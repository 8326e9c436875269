package sandbox.oidc;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.state.Restorable;

/** Who is signed in at the issuer; the browser holds a random key to it as a cookie. */
@Component
class SignInSessions implements Restorable {

    private final Map<String, SignInSession> byKey = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final SandboxClock clock;

    SignInSessions(SandboxClock clock) {
        this.clock = clock;
    }

    /** Signs somebody in by these contexts and returns the key for the browser. */
    String start(Employee employee, Set<String> contexts) {
        String key = randomKey();
        String sid = UUID.randomUUID().toString();
        byKey.put(
                key,
                new SignInSession(
                        sid, employee.key(), clock.instant(), Set.copyOf(contexts), ConcurrentHashMap.newKeySet()));
        return key;
    }

    Optional<SignInSession> with(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Optional<SignInSession> end(String key) {
        return Optional.ofNullable(byKey.remove(key));
    }

    @Override
    public void reset() {
        byKey.clear();
    }

    @Override
    public Runnable remember() {
        var then = Map.copyOf(byKey);
        return () -> {
            byKey.clear();
            byKey.putAll(then);
        };
    }

    private String randomKey() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
