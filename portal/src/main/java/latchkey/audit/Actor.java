package latchkey.audit;

import java.util.Set;

/**
 * Who acts: an agent, a customer on their own pages, or the product itself.
 *
 * @param kind what sort of actor
 * @param id stable key; for agents issuer and object id, never a name
 * @param name for people to read; kept encrypted
 * @param roles the roles held at that moment
 */
public record Actor(Kind kind, String id, String name, Set<String> roles) {

    /** The sorts of actor. */
    public enum Kind {
        AGENT,
        CUSTOMER,
        SYSTEM
    }

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** A part of the product that acts by itself, such as the contact sync. */
    public static Actor system(String part) {
        return new Actor(Kind.SYSTEM, part, part, Set.of());
    }
}
