package sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import sandbox.people.Directories;
import sandbox.people.Directory;
import sandbox.people.Staff;
import sandbox.state.Restorable;
import sandbox.tenants.Tenants;

/**
 * The employees' tenant's people: one per role of the help desk, and one without any. Who may sign in stands in their
 * directory, so that Graph and the sign-in never differ.
 */
@Component
public class Employees implements Restorable {

    private static final String SANDBOX = "the sandbox's console";

    private final Map<String, Employee> byKey = new LinkedHashMap<>();
    private final Directory directory;

    Employees(Directories directories) {
        directory = directories.of(Tenants.EMPLOYEES);
        seed();
    }

    /** Everybody, in the order of the sign-in page. */
    public synchronized List<Employee> all() {
        return byKey.values().stream().map(this::asTheDirectorySays).toList();
    }

    /** Whoever is known to Graph by that id. */
    public Optional<Employee> withId(String oid) {
        return all().stream().filter(employee -> employee.oid().equals(oid)).findFirst();
    }

    /** Gives them these roles of the portal, and no other. */
    public void giveRoles(Employee employee, List<String> roles) {
        change(employee.key(), new EmployeeChange(roles, null, null));
    }

    synchronized Optional<Employee> withKey(String key) {
        return Optional.ofNullable(byKey.get(key)).map(this::asTheDirectorySays);
    }

    synchronized Optional<Employee> change(String key, EmployeeChange change) {
        var changed = Optional.ofNullable(byKey.computeIfPresent(key, (ignored, known) -> known.changedBy(change)));
        if (change.enabled() != null) {
            changed.ifPresent(employee -> directory.change(
                    employee.oid(), user -> user.with(Map.of("accountEnabled", change.enabled())), SANDBOX));
        }
        return changed.map(this::asTheDirectorySays);
    }

    /** Takes somebody on; empty when the key is somebody's already. */
    synchronized Optional<Employee> hire(NewEmployee hired) {
        if (byKey.containsKey(hired.key())) {
            return Optional.empty();
        }
        var employee = hired.asEmployee(UUID.randomUUID().toString());
        directory.create(employee.asUser(), SANDBOX);
        byKey.put(employee.key(), employee);
        return Optional.of(employee);
    }

    @Override
    public void reset() {
        seed();
    }

    @Override
    public synchronized Runnable remember() {
        var then = all();
        return () -> putBack(then);
    }

    private Employee asTheDirectorySays(Employee employee) {
        var enabled = directory
                .user(employee.oid())
                .filter(user -> !Boolean.FALSE.equals(user.properties().get("accountEnabled")))
                .isPresent();
        return employee.changedBy(new EmployeeChange(null, null, enabled));
    }

    private synchronized void putBack(List<Employee> then) {
        byKey.clear();
        then.forEach(employee -> byKey.put(employee.key(), employee));
    }

    private synchronized void seed() {
        byKey.clear();
        Staff.members()
                .forEach(member -> byKey.put(
                        member.key(),
                        new Employee(
                                member.key(),
                                member.oid(),
                                member.name(),
                                member.job(),
                                member.roles(),
                                List.of(),
                                true)));
    }
}
