package latchkey.helpdesk.rulebook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings that were other ones at a start than at the start before.
 *
 * @param at when the portal started with them
 * @param differences key by key; none where nothing had been noted before
 */
record PolicyChange(Instant at, List<Difference> differences) {

    /** One key; null where it was, or is, not there. */
    record Difference(
            String key, @Nullable String before, @Nullable String after) {}
}
