package latchkey.directory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of customers that were made neither by Latchkey, nor by the customers themselves, nor by anybody who is expected to make
 * some, as far as the directories' own logs were read.
 */
public interface OutsideChanges {

    /** The latest ones in all directories, newest first. */
    List<OutsideChange> latest(Instant since, int limit);

    /** Who made those that we heard of after that moment and up to the other one, those with the most first. */
    List<Initiator> heardOf(DirectoryId directory, Instant after, Instant until);

    /** The moment by the clock that {@link #heardOf} goes by; what is being written down just now is not before it. */
    Instant settled();

    /** One change, and whom it is about. */
    record OutsideChange(CustomerId customer, DirectoryEvent event) {}

    /**
     * Somebody who made changes.
     *
     * @param name an application's name or a person's object id; null when the log names nobody
     */
    record Initiator(DirectoryEvent.Kind kind, @Nullable String name, long changes) {}
}
