package sandbox.oidc;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The app roles that the portal's sign-in registration declares: the shipped ones, and every other that somebody holds. */
@Component
public class AppRoles {

    /** The registration that declares them. */
    public static final String APPLICATION = EmployeeTokens.PORTAL;

    private static final List<String> SHIPPED = List.of("viewer", "agent", "senior", "supervisor", "auditor", "admin");

    private final Employees employees;

    AppRoles(Employees employees) {
        this.employees = employees;
    }

    /** Their ids by value. */
    public Map<String, String> ids() {
        var ids = new LinkedHashMap<String, String>();
        SHIPPED.forEach(role -> ids.put(role, idOf(role)));
        employees.all().stream()
                .flatMap(employee -> employee.roles().stream())
                .forEach(role -> ids.putIfAbsent(role, idOf(role)));
        return ids;
    }

    /** The value of the role with that id. */
    public Optional<String> value(String id) {
        return ids().entrySet().stream()
                .filter(role -> role.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String idOf(String role) {
        var number = SHIPPED.indexOf(role) + 1;
        return number > 0
                ? "a5000000-0000-4000-8000-%012d".formatted(number)
                : UUID.nameUUIDFromBytes(role.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
