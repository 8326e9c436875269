package sandbox.graph.groups;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sandbox.people.Staff;
import sandbox.state.Restorable;
import sandbox.tenants.Application;
import sandbox.tenants.Tenants;

/** Which user has which role of which application. */
@Component
class Grants implements Restorable {

    /** Having access without any role of its own. */
    static final String DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000";

    private static final String SIGN_IN = "a0000000-0000-4000-8000-000000000011";
    private static final List<String> PORTAL_ROLES =
            List.of("viewer", "agent", "senior", "supervisor", "auditor", "admin");
    private static final Instant JOINED = Instant.parse("2024-02-01T08:00:00Z");

    private final List<Grant> grants = new CopyOnWriteArrayList<>();
    private final Tenants tenants;

    Grants(Tenants tenants) {
        this.tenants = tenants;
        reset();
    }

    /** One such fact. */
    record Grant(String id, String userId, String resourceId, String resourceName, String roleId, Instant since) {

        static Grant of(String userId, Application resource, String roleId, Instant since) {
            var whole = UUID.nameUUIDFromBytes(
                    (userId + resource.servicePrincipalId() + roleId).getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.allocate(16)
                    .putLong(whole.getMostSignificantBits())
                    .putLong(whole.getLeastSignificantBits());
            return new Grant(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()),
                    userId,
                    resource.servicePrincipalId(),
                    resource.displayName(),
                    roleId,
                    since);
        }
    }

    Stream<Grant> of(String userId) {
        return grants.stream().filter(grant -> grant.userId().equals(userId));
    }

    /** False when it is granted already. */
    synchronized boolean add(Grant grant) {
        return grants.stream().noneMatch(known -> known.id().equals(grant.id())) && grants.add(grant);
    }

    boolean remove(String userId, String id) {
        return grants.removeIf(
                grant -> grant.userId().equals(userId) && grant.id().equals(id));
    }

    /** Whether the application has this role: the portal's sign-in has one for each of the portal's roles. */
    static boolean exists(Application resource, String roleId) {
        return roleId.equals(DEFAULT_ROLE)
                || (resource.appId().equals(SIGN_IN)
                        && PORTAL_ROLES.stream().map(Grants::idOf).anyMatch(roleId::equals));
    }

    @Override
    public synchronized Runnable remember() {
        var then = List.copyOf(grants);
        return () -> putBack(then);
    }

    @Override
    public final void reset() {
        var signIn = tenants.tenant(Tenants.EMPLOYEES).flatMap(tenant -> tenants.application(tenant, SIGN_IN));
        putBack(signIn.stream()
                .flatMap(portal -> Staff.members().stream()
                        .flatMap(member -> member.roles().stream()
                                .map(role -> Grant.of(member.oid(), portal, idOf(role), JOINED))))
                .toList());
    }

    private synchronized void putBack(List<Grant> then) {
        grants.clear();
        grants.addAll(then);
    }

    private static String idOf(String role) {
        return "a5000000-0000-4000-8000-%012d".formatted(PORTAL_ROLES.indexOf(role) + 1);
    }
}
