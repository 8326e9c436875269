package sandbox.graph.audits;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.people.Identity;
import sandbox.people.User;
import sandbox.settings.StartUp;
import sandbox.state.Restorable;

/** Who signed in where and how it ended, the latest first. */
@Component
public class SignIns implements Restorable {

    private final Map<String, ConcurrentLinkedDeque<SignIn>> byTenant = new ConcurrentHashMap<>();
    private final SandboxClock clock;
    private final boolean past;

    SignIns(SandboxClock clock, StartUp startUp) {
        this.clock = clock;
        past = startUp.pastSignIns();
        reset();
    }

    /** Lets a user try to sign in; who is blocked cannot get farther than that, whatever was meant to happen. */
    public SignIn attempt(String tenantId, User user, Outcome meant) {
        var outcome = user.enabled() ? meant : Outcome.BLOCKED;
        var signIn = new SignIn(
                UUID.randomUUID().toString(),
                clock.instant(),
                user.id(),
                outcome,
                provider(user),
                SignIn.Device.LAPTOP);
        of(tenantId).addFirst(signIn);
        return signIn;
    }

    Stream<SignIn> all(String tenantId) {
        return of(tenantId).stream();
    }

    @Override
    public Runnable remember() {
        var then = new ConcurrentHashMap<String, List<SignIn>>();
        byTenant.forEach((tenant, signIns) -> then.put(tenant, List.copyOf(signIns)));
        return () -> putBack(then);
    }

    @Override
    public final void reset() {
        putBack(past ? PastSignIns.before(clock.instant()) : Map.of());
    }

    private void putBack(Map<String, List<SignIn>> then) {
        byTenant.clear();
        then.forEach((tenant, signIns) -> byTenant.put(tenant, new ConcurrentLinkedDeque<>(signIns)));
    }

    private ConcurrentLinkedDeque<SignIn> of(String tenantId) {
        return byTenant.computeIfAbsent(tenantId, any -> new ConcurrentLinkedDeque<>());
    }

    private static String provider(User user) {
        var local = user.identities().stream().anyMatch(Identity::local);
        return local
                ? SignIn.LOCAL
                : user.identities().stream()
                        .filter(identity -> identity.signInType().equals(Identity.FEDERATED))
                        .map(Identity::issuer)
                        .findFirst()
                        .orElse(SignIn.LOCAL);
    }
}
