package latchkey.helpdesk.customer;

import java.util.Locale;
import java.util.Map;

/** The names people know identity providers by; the directory gives their domains (facts §4.4). */
final class Providers {

    private static final Map<String, String> KNOWN = Map.of(
            "google.com", "Google",
            "facebook.com", "Facebook",
            "apple.com", "Apple",
            "https://appleid.apple.com", "Apple",
            "live.com", "Microsoft",
            "microsoftaccount.com", "Microsoft",
            "linkedin.com", "LinkedIn",
            "twitter.com", "X",
            "amazon.com", "Amazon",
            "github.com", "GitHub");

    private Providers() {}

    /** The provider's name, or its domain when it is not a well-known one. */
    static String name(String issuer) {
        return KNOWN.getOrDefault(issuer.toLowerCase(Locale.ROOT), issuer);
    }
}
