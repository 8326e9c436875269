package latchkey.helpdesk.caution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time of heightened caution.
 *
 * @param byName who raised it, for people to read
 * @param why in their words
 * @param at since when
 * @param until when it ends by itself
 * @param endedAt when somebody ended it before, null when nobody did
 * @param endedByName who did
 * @param endedWhy in their words
 */
public record Raised(
        String byName,
        String why,
        Instant at,
        Instant until,
        @Nullable Instant endedAt,
        @Nullable String endedByName,
        @Nullable String endedWhy) {}
