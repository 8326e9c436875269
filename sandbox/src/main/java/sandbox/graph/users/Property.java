package sandbox.graph.users;

/**
 * What Graph knows about a property of users.
 *
 * @param writable whether POST and PATCH may set it
 * @param longest the most characters of a value (facts §4.11); 0 = no limit of its own
 */
record Property(String name, Type type, Filtering filtering, boolean writable, int longest) {

    /** The kinds of values. */
    enum Type {
        TEXT,
        FLAG,
        TIME,
        INTEGER,
        LARGE_INTEGER,
        BINARY,
        TEXTS,
        IDENTITIES,
        PASSWORD_PROFILE,
        OTHER
    }

    boolean collection() {
        return type == Type.TEXTS || type == Type.IDENTITIES;
    }
}
