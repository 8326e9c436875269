package latchkey.directory.activity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directory's own log as the collector reads it: a slow lane of 5 calls in 10 seconds (facts §12). */
public interface LogSource {

    /**
     * One page, oldest events first.
     *
     * @param from with events of this moment and later
     * @param next where the page before said that it goes on; null for the first page
     * @throws latchkey.directory.DirectoryFailure when there is no answer, or none that can be read whole
     */
    LogPage page(Instant from, @Nullable String next);

    /** The ids by which the log may name Latchkey's own app registrations, as far as they are known now. */
    Set<String> ownIds();
}
