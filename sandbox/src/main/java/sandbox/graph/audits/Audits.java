package sandbox.graph.audits;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.graph.GraphCall;
import sandbox.people.User;
import sandbox.state.Restorable;

/** The logs of all directories, the newest entry first. */
@Component
public class Audits implements Restorable {

    private static final int KEPT = 50_000;

    private final Map<String, ConcurrentLinkedDeque<Audit>> byTenant = new ConcurrentHashMap<>();
    private final SandboxClock clock;

    Audits(SandboxClock clock) {
        this.clock = clock;
    }

    /** Logs what the call did to the user. */
    public void log(GraphCall call, User user, String activity, String operationType, List<Audit.Modified> modified) {
        log(call, user, "UserManagement", activity, operationType, modified);
    }

    /** As the other, in a category of its own. */
    public void log(
            GraphCall call,
            User user,
            String category,
            String activity,
            String operationType,
            List<Audit.Modified> modified) {
        var log = log(call.tenant().id());
        log.addFirst(new Audit(
                "Directory_" + UUID.randomUUID(),
                clock.instant(),
                "Core Directory",
                category,
                activity,
                operationType,
                "success",
                "",
                call.correlationId(),
                call.caller().name(),
                // The application's id stays empty in captures; its service principal names it.
                null,
                call.caller().application().servicePrincipalId(),
                user.id(),
                user.principalName(),
                modified,
                List.of()));
        // The size of this list is counted by walking, so it is looked at now and then only.
        if (log.peekFirst().id().endsWith("00") && log.size() > KEPT) {
            while (log.size() > KEPT) {
                log.pollLast();
            }
        }
    }

    Stream<Audit> of(String tenantId) {
        return log(tenantId).stream();
    }

    @Override
    public Runnable remember() {
        var then = Map.copyOf(byTenant);
        var copies = new ConcurrentHashMap<String, List<Audit>>();
        then.forEach((tenant, log) -> copies.put(tenant, List.copyOf(log)));
        return () -> {
            byTenant.clear();
            copies.forEach((tenant, log) -> byTenant.put(tenant, new ConcurrentLinkedDeque<>(log)));
        };
    }

    @Override
    public void reset() {
        byTenant.clear();
    }

    private ConcurrentLinkedDeque<Audit> log(String tenantId) {
        return byTenant.computeIfAbsent(tenantId, any -> new ConcurrentLinkedDeque<>());
    }
}
