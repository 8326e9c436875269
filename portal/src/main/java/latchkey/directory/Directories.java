package latchkey.directory;

import java.util.List;
import java.util.Optional;

/** The directories that the settings name, each with one app registration for agents and one for the sync. */
public interface Directories {

    List<DirectoryId> all();

    /** The directory as agents reach it. */
    Optional<Directory> forAgents(DirectoryId id);

    /** The directory as the contact sync reaches it, with its own app registration and quota. */
    Optional<Directory> forSync(DirectoryId id);

    /** The same for work by the thousand, which waits behind single changes. */
    default Optional<Directory> forBulk(DirectoryId id) {
        return forSync(id);
    }
}
