package sandbox.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
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
        hire(1, "kim", "Kim Andersen", "Help desk, first line", List.of("agent"));
        hire(2, "sam", "Sam Okafor", "Help desk, second line", List.of("senior"));
        hire(3, "robin", "Robin Castellano", "Help desk lead", List.of("supervisor"));
        hire(4, "alex", "Alex Lindqvist", "Internal audit", List.of("auditor"));
        hire(5, "jo", "Jo Whitfield", "Identity engineering", List.of("admin"));
        hire(6, "pat", "Pat Moreau", "Store support", List.of("viewer"));
        hire(7, "lee", "Lee Tanaka", "Joined this week", List.of());
    }

    private void hire(int number, String key, String name, String job, List<String> roles) {
        String oid = "e1000000-0000-4000-8000-00000000000" + number;
        byKey.put(key, new Employee(key, oid, name, job, roles, List.of(), true));
    }
}
