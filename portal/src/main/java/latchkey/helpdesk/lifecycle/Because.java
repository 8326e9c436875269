package latchkey.helpdesk.lifecycle;

import java.util.Map;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import org.jspecify.annotations.Nullable;

/** Why sign-in is blocked or opened again; the next agent reads it first. */
record Because(@Nullable String why) {

    private static final int LONGEST = 300;

    /**
     * The reason in the agent's words.
     *
     * @throws ProblemException {@code INVALID_CASE} when it is missing or longer than 300 characters
     */
    String words() {
        if (why == null || why.isBlank()) {
            throw invalid("required");
        }
        if (why.length() > LONGEST) {
            throw invalid("too-long");
        }
        return why.strip();
    }

    private static ProblemException invalid(String rule) {
        return new ProblemException(Problem.INVALID_CASE, Map.of("field", "why", "rule", rule));
    }
}
