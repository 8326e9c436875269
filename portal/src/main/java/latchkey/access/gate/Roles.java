package latchkey.access.gate;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import latchkey.access.AccessSettings;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.employees.SignedIn;
import org.springframework.stereotype.Component;

/** Turns what a token claims into roles, and roles into permissions. */
@Component
class Roles {

    private final AccessSettings settings;

    Roles(AccessSettings settings) {
        this.settings = settings;
    }

    /** The employee as an agent; one without any role has no permission either. */
    Agent agent(SignedIn employee) {
        var roles = new HashSet<String>();
        var permissions = EnumSet.noneOf(Permission.class);
        settings.roles().forEach((name, role) -> {
            if (meet(role.claims(), employee.claims())) {
                roles.add(name);
                permissions.addAll(role.permissions());
            }
        });
        return new Agent(
                employee.issuer(), employee.objectId(), employee.name(), employee.username(), roles, permissions);
    }

    private static boolean meet(Set<String> wanted, Set<String> claimed) {
        return wanted.stream().anyMatch(claimed::contains);
    }
}
