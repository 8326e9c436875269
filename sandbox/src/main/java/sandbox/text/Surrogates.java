package sandbox.text;

import tools.jackson.databind.JsonNode;

/**
 * Halves of characters. JSON can escape one without the other (RFC 8259 §8.2), but no answer could ever be written with it,
 * so such a text must not get in.
 */
public final class Surrogates {

    private Surrogates() {}

    /** Whether a name or a text anywhere in the value holds half a character. */
    public static boolean halfIn(JsonNode value) {
        if (value.isString()) {
            return halfIn(value.stringValue());
        }
        return value.propertyNames().stream().anyMatch(Surrogates::halfIn)
                || value.valueStream().anyMatch(Surrogates::halfIn);
    }

    private static boolean halfIn(String text) {
        for (var i = 0; i < text.length(); i++) {
            var whole = text.codePointAt(i);
            if (whole >= Character.MIN_SURROGATE && whole <= Character.MAX_SURROGATE) {
                return true;
            }
            i += Character.charCount(whole) - 1;
        }
        return false;
    }
}
