package latchkey.helpdesk.action;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to think of before believing a caller, or something that we cannot know.
 *
 * @param code what it is: the last part of the message key {@code action.contradiction.<code>}, with the first moment, the
 *     number and the second moment as arguments
 * @param known false for what we cannot know
 * @param at when, null where it has no moment
 * @param count how often or how many, 0 where nothing is counted
 * @param until the end of a span that begins at {@code at}; null where there is none
 */
public record Contradiction(
        String code,
        boolean known,
        @Nullable Instant at,
        long count,
        @Nullable Instant until) {

    static Contradiction at(String code, Instant at) {
        return new Contradiction(code, true, at, 0, null);
    }

    static Contradiction counted(String code, long count) {
        return new Contradiction(code, true, null, count, null);
    }

    static Contradiction unknown(String code) {
        return new Contradiction(code, false, null, 0, null);
    }

    static Contradiction unknown(String code, @Nullable Instant at, @Nullable Instant until) {
        return new Contradiction(code, false, at, 0, until);
    }
}
