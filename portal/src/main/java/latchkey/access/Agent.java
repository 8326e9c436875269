package latchkey.access;

import java.util.Set;
import latchkey.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An employee who signed in and holds at least one role.
 *
 * @param issuer who let them in
 * @param objectId their key there (Entra: {@code oid}); with the issuer it names one account
 * @param person what names the human: the same for all accounts that the settings give to one of them
 * @param name for people to read
 * @param username their sign-in address, for people to read; never authorised on
 * @param email their address, where the issuer tells one; never authorised on
 * @param roles names of the roles they hold
 * @param permissions what those roles allow
 * @param populations names of the customers they see, by roles and claims
 * @param authenticated when and how they last proved at the issuer who they are
 */
public record Agent(
        String issuer,
        String objectId,
        String person,
        String name,
        String username,
        @Nullable String email,
        Set<String> roles,
        Set<Permission> permissions,
        Set<String> populations,
        Authenticated authenticated) {

    public Agent {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
        populations = Set.copyOf(populations);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether no population limits whom they see. */
    public boolean seesEveryone() {
        return populations.contains(AccessSettings.EVERYONE);
    }

    /** Whether both are one human, under whatever accounts. */
    public boolean isSamePersonAs(Agent other) {
        return key().equals(other.key()) || person.equals(other.person());
    }

    /** Stable key of the account: issuer and object id. */
    public String key() {
        return issuer + "#" + objectId;
    }

    /** The same person in the words of the trail. */
    public Actor actor() {
        return new Actor(Actor.Kind.AGENT, key(), name, roles);
    }
}
