package latchkey.sync;

import java.time.Instant;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;

/**
 * How the sync of one directory stands.
 *
 * @param live whether it writes; otherwise it compares and tells
 * @param pausedAt since when a person has stopped it; null when nobody has
 * @param brokenAt since when it has stopped itself after many failures; null when it has not
 * @param brokenReason key of the reason for that
 * @param probeAt when it tries one contact
 */
public record Standing(
        DirectoryId directory,
        boolean live,
        @Nullable Instant pausedAt,
        @Nullable Instant brokenAt,
        @Nullable String brokenReason,
        @Nullable Instant probeAt) {

    /** The word for it: what keeps it from working comes first. */
    public String word() {
        if (pausedAt != null) {
            return "paused";
        }
        return brokenAt != null ? "broken" : live ? "live" : "watching";
    }
}
