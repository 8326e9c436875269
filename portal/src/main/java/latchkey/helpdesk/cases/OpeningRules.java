package latchkey.helpdesk.cases;

import java.util.List;
import java.util.Map;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case needs before it is opened. */
@Component
class OpeningRules {

    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_TICKET = 64;

    private final CaseSettings settings;

    OpeningRules(CaseSettings settings) {
        this.settings = settings;
    }

    List<String> reasons() {
        return settings.reasons();
    }

    /**
     * The chosen reason of an opening that breaks no rule.
     *
     * @throws ProblemException {@code INVALID_CASE} with the field and the rule it breaks
     */
    String check(CaseOpening opening) {
        checkLength("words", opening.words(), LONGEST_WORDS);
        checkLength("ticket", opening.ticket(), LONGEST_TICKET);
        checkTicket(opening.ticket());
        return checkedReason(opening.reason());
    }

    void checkNote(String note) {
        if (note.isBlank()) {
            throw invalid("note", "required");
        }
        checkLength("note", note, LONGEST_WORDS);
    }

    private String checkedReason(@Nullable String reason) {
        if (reason == null) {
            throw invalid("reason", "required");
        }
        if (!settings.reasons().contains(reason)) {
            throw invalid("reason", "unknown");
        }
        return reason;
    }

    private void checkTicket(@Nullable String ticket) {
        var refused = ticket != null
                && settings.pattern().filter(p -> !p.matcher(ticket).matches()).isPresent();
        if (refused) {
            throw invalid("ticket", "pattern");
        }
    }

    private static void checkLength(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw invalid(field, "too-long");
        }
    }

    private static ProblemException invalid(String field, String rule) {
        return new ProblemException(Problem.INVALID_CASE, Map.of("field", field, "rule", rule));
    }
}
