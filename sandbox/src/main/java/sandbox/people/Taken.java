package sandbox.people;

import java.util.Set;

/** A value that must be unique belongs to somebody else. */
public final class Taken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String property;
    private final transient Set<String> holders;

    Taken(String property, Set<String> holders) {
        super("Another user has the same value of " + property);
        this.property = property;
        this.holders = Set.copyOf(holders);
    }

    public String property() {
        return property;
    }

    /** Ids of the users who have the value. */
    public Set<String> holders() {
        return holders;
    }
}
