package latchkey.access;

/** A path of the portal that a request names to be led back to. */
public final class OwnPath {

    private OwnPath() {}

    /** The path, when it is a plain one of ours; otherwise the first page: anything else could lead to another site. */
    public static String of(String named) {
        return named.matches("/(?![/\\\\])[\\w./~-]*") ? named : "/";
    }
}
