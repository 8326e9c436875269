package latchkey.helpdesk.verification;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Six digits that the caller reads back; never printed. */
record Code(String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    static Code fresh() {
        return new Code("%06d".formatted(RANDOM.nextInt(CODES)));
    }

    /** What an agent typed, with the blanks and dashes people put between digits left out. */
    static Optional<Code> typed(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(typed -> typed.replaceAll("[\\s\\u00a0-]", ""))
                .filter(digits -> FORM.matcher(digits).matches())
                .map(Code::new);
    }

    @Override
    public String toString() {
        return "(code)";
    }
}
