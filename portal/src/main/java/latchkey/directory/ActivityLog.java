package latchkey.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the directories' own logs say of customers, from our store of them: asking costs no call to a directory. */
public interface ActivityLog {

    /** The latest events of the customer, newest first. */
    List<DirectoryEvent> of(CustomerId customer, int limit);

    /** The latest of these activities that succeeded, whoever did it; named as the directory does, in any case. */
    Optional<DirectoryEvent> last(CustomerId customer, Set<String> activities);

    /** What succeeded in changing the customer's account since then, whoever did it, newest first; no sign-ins. */
    List<DirectoryEvent> changesSince(CustomerId customer, Instant since);

    /**
     * The other applications that changed one of these properties since then, whosever, the busiest first.
     *
     * @param properties by their short names
     */
    List<OtherWriter> otherWriters(DirectoryId directory, Set<String> properties, Instant since);

    /** How far the directory's log was read. */
    LogReading reading(DirectoryId directory);
}
