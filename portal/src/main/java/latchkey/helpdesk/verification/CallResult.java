package latchkey.helpdesk.verification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import org.jspecify.annotations.Nullable;

/** What came of a call-back. */
public enum CallResult {
    REACHED(Verification.State.PROVEN),
    NOT_REACHED(Verification.State.NOT_REACHED),
    SOMEBODY_ELSE(Verification.State.SOMEBODY_ELSE);

    private final Verification.State state;

    CallResult(Verification.State state) {
        this.state = state;
    }

    /** The result of that name, such as {@code not-reached}; {@code MALFORMED_REQUEST} when there is none. */
    public static CallResult named(@Nullable String code) {
        return Arrays.stream(values())
                .filter(result -> result.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.MALFORMED_REQUEST, Map.of("where", "result")));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Verification.State state() {
        return state;
    }
}
