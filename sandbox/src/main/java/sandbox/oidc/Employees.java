package sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import sandbox.people.Staff;
import sandbox.state.Restorable;

/** The employees' tenant's people: one per role of the help desk, and one without any. */
@Component
public class Employees implements Restorable {

    private final Map<String, Employee> byKey = new LinkedHashMap<>();

    Employees() {
        seed();
    }

    /** Everybody, in the order of the sign-in page. */
    public synchronized List<Employee> all() {
        return List.copyOf(byKey.values());
    }

    synchronized Optional<Employee> withKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    synchronized Optional<Employee> change(String key, EmployeeChange change) {
        return Optional.ofNullable(byKey.computeIfPresent(key, (ignored, employee) -> employee.changedBy(change)));
    }

    /** Takes somebody on; empty when the key is somebody's already. */
    synchronized Optional<Employee> hire(NewEmployee hired) {
        if (byKey.containsKey(hired.key())) {
            return Optional.empty();
        }
        var employee = hired.asEmployee(UUID.randomUUID().toString());
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
