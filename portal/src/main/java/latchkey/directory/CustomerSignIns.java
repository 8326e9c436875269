package latchkey.directory;

import java.net.URI;
import java.util.List;

/** Customers signing in at their own directory, so that we learn who somebody is and nothing else. */
public interface CustomerSignIns {

    /** The directories at which one can, in the order of the settings. */
    List<Place> places();

    default boolean isOffered(DirectoryId directory) {
        return places().stream().anyMatch(place -> place.directory().equals(directory));
    }

    /**
     * Where a browser goes to sign in.
     *
     * @param back where it comes back to
     * @param tie what ties the answer to this browser
     */
    SignInRoute begin(DirectoryId directory, URI back, SignInTie tie);

    /**
     * Who signed in.
     *
     * @param code what the browser came back with
     */
    SignInAnswer end(DirectoryId directory, URI back, SignInTie tie, String code);

    /** A directory as customers know it. */
    record Place(DirectoryId directory, String name) {}
}
