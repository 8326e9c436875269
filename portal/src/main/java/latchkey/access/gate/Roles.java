package latchkey.access.gate;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import latchkey.access.AccessSettings;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.employees.SignedIn;
import org.springframework.stereotype.Component;

/** Turns what a token claims into roles, and roles into permissions and populations. */
@Component
class Roles {

    private final AccessSettings settings;

    Roles(AccessSettings settings) {
        this.settings = settings;
    }

    /** The employee as an agent; one without any role has no permission either. */
    Agent agent(SignedIn employee, Set<String> claims) {
        var roles = new HashSet<String>();
        var permissions = EnumSet.noneOf(Permission.class);
        var populations = new HashSet<>(claimedPopulations(claims));
        settings.roles().forEach((name, role) -> {
            if (meet(role.claims(), claims)) {
                roles.add(name);
                permissions.addAll(role.permissions());
                populations.addAll(role.populations());
            }
        });
        return new Agent(
                employee.issuer(),
                employee.objectId(),
                settings.person(employee.objectId()),
                employee.name(),
                employee.username(),
                employee.email(),
                roles,
                permissions,
                populations,
                employee.authenticated());
    }

    private Set<String> claimedPopulations(Set<String> claims) {
        return settings.populations().entrySet().stream()
                .filter(population -> meet(population.getValue().claims(), claims))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean meet(Set<String> wanted, Set<String> claimed) {
        return wanted.stream().anyMatch(claimed::contains);
    }
}
