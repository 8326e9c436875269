package latchkey.directory;

import java.util.List;

/** What the directories' own logs say of customers, from our store of them: asking costs no call to a directory. */
public interface ActivityLog {

    /** The latest events of the customer, newest first. */
    List<DirectoryEvent> of(CustomerId customer, int limit);

    /** How far the directory's log was read. */
    LogReading reading(DirectoryId directory);
}
