package sandbox.journal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a body looks like in the journal: shortened, without passwords and secrets. */
final class Masking {

    private static final int LONGEST_BODY = 8_192;
    private static final Pattern JSON_SECRET =
            Pattern.compile("(\"(?:password|newPassword|secretText)\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern FORM_SECRET =
            Pattern.compile("((?:^|&)(?:client_secret|client_assertion|password|refresh_token|code)=)[^&]*");

    private Masking() {}

    static @Nullable String of(KeptRequest request) {
        if (request.isEmpty()) {
            return null;
        }
        var text = FORM_SECRET.matcher(request.text()).replaceAll("$1***");
        var masked = JSON_SECRET.matcher(text).replaceAll("$1***\"");
        return masked.length() > LONGEST_BODY ? masked.substring(0, LONGEST_BODY) : masked;
    }
}
