package latchkey.api;

import java.util.SortedSet;
import java.util.TreeSet;
import latchkey.access.Agent;
import latchkey.access.OpenToAgents;
import latchkey.access.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells programs for whom they act and what that allows. */
@RestController
class MyAccessEndpoint {

    /**
     * Who an agent is here.
     *
     * @param name for people to read
     * @param username the sign-in address, for people to read
     * @param roles the names of the roles held
     * @param permissions what they allow
     * @param populations the names of the customers they show
     */
    record MyAccess(
            String name,
            String username,
            SortedSet<String> roles,
            SortedSet<Permission> permissions,
            SortedSet<String> populations) {}

    @GetMapping("/api/v1/me")
    @OpenToAgents
    MyAccess show(Agent agent) {
        return new MyAccess(
                agent.name(),
                agent.username(),
                new TreeSet<>(agent.roles()),
                new TreeSet<>(agent.permissions()),
                new TreeSet<>(agent.populations()));
    }
}
