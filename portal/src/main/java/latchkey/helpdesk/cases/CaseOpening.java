package latchkey.helpdesk.cases;

import org.jspecify.annotations.Nullable;

/**
 * What an agent says when a case is opened.
 *
 * @param reason one of the settings' list
 * @param words free text, at most 500 characters
 * @param ticket reference into another system, at most 64 characters
 */
public record CaseOpening(
        @Nullable String reason,
        @Nullable String words,
        @Nullable String ticket) {

    public CaseOpening {
        reason = orNull(reason);
        words = orNull(words);
        ticket = orNull(ticket);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
