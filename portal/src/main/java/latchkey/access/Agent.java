package latchkey.access;

import java.util.Set;
import latchkey.audit.Actor;

/**
 * An employee who signed in and holds at least one role.
 *
 * @param issuer who let them in
 * @param objectId their key there (Entra: {@code oid}); with the issuer it names one person
 * @param name for people to read
 * @param username their sign-in address, for people to read; never authorised on
 * @param roles names of the roles they hold
 * @param permissions what those roles allow
 */
public record Agent(
        String issuer, String objectId, String name, String username, Set<String> roles, Set<Permission> permissions) {

    public Agent {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Stable key of the person: issuer and object id. */
    public String key() {
        return issuer + "#" + objectId;
    }

    /** The same person in the words of the trail. */
    public Actor actor() {
        return new Actor(Actor.Kind.AGENT, key(), name, roles);
    }
}
