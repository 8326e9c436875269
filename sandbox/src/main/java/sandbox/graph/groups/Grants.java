package sandbox.graph.groups;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sandbox.oidc.AppRoles;
import sandbox.oidc.Employee;
import sandbox.oidc.Employees;
import sandbox.state.Restorable;
import sandbox.tenants.Application;
import sandbox.tenants.Tenants;

/** Which user has which role of which application; the roles of the portal are the ones that its sign-in tells. */
@Component
class Grants implements Restorable {

    /** Having access without any role of its own. */
    static final String DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000";

    private static final Instant JOINED = Instant.parse("2024-02-01T08:00:00Z");

    private final List<Grant> others = new CopyOnWriteArrayList<>();
    private final Tenants tenants;
    private final Employees employees;
    private final AppRoles appRoles;

    Grants(Tenants tenants, Employees employees, AppRoles appRoles) {
        this.tenants = tenants;
        this.employees = employees;
        this.appRoles = appRoles;
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
        return Stream.concat(
                ofSignIn(userId), others.stream().filter(grant -> grant.userId().equals(userId)));
    }

    /** False when it is granted already. */
    synchronized boolean add(Grant grant) {
        if (of(grant.userId()).anyMatch(known -> known.id().equals(grant.id()))) {
            return false;
        }
        var holder = holder(grant);
        var role = appRoles.value(grant.roleId());
        if (holder.isPresent() && role.isPresent()) {
            var roles = new ArrayList<>(holder.get().roles());
            roles.add(role.get());
            employees.giveRoles(holder.get(), roles);
            return true;
        }
        return others.add(grant);
    }

    synchronized boolean remove(String userId, String id) {
        return ofSignIn(userId)
                        .filter(grant -> grant.id().equals(id))
                        .findFirst()
                        .map(this::takeRole)
                        .isPresent()
                || others.removeIf(
                        grant -> grant.userId().equals(userId) && grant.id().equals(id));
    }

    /** Whether the application has this role: the portal's sign-in has one for each of the portal's roles. */
    boolean exists(Application resource, String roleId) {
        return roleId.equals(DEFAULT_ROLE)
                || (resource.appId().equals(AppRoles.APPLICATION)
                        && appRoles.value(roleId).isPresent());
    }

    @Override
    public Runnable remember() {
        var then = List.copyOf(others);
        return () -> putBack(then);
    }

    @Override
    public void reset() {
        others.clear();
    }

    private synchronized void putBack(List<Grant> then) {
        others.clear();
        others.addAll(then);
    }

    private Stream<Grant> ofSignIn(String userId) {
        var ids = appRoles.ids();
        return signIn().stream()
                .flatMap(portal -> employees.withId(userId).stream()
                        .flatMap(employee -> employee.roles().stream()
                                .map(role -> Grant.of(userId, portal, String.valueOf(ids.get(role)), JOINED))));
    }

    private Optional<Application> signIn() {
        return tenants.tenant(Tenants.EMPLOYEES).flatMap(tenant -> tenants.application(tenant, AppRoles.APPLICATION));
    }

    private Optional<Employee> holder(Grant grant) {
        return signIn().filter(portal -> portal.servicePrincipalId().equals(grant.resourceId()))
                .flatMap(portal -> employees.withId(grant.userId()));
    }

    private Grant takeRole(Grant grant) {
        var gone = appRoles.value(grant.roleId());
        holder(grant)
                .ifPresent(employee -> employees.giveRoles(
                        employee,
                        employee.roles().stream()
                                .filter(role -> !gone.equals(Optional.of(role)))
                                .toList()));
        return grant;
    }
}
