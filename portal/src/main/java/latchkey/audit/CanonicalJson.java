package latchkey.audit;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON in the one form that RFC 8785 (JCS) gives a value: keys sorted by UTF-16 code units, no blanks, the
 * shortest escapes. Only what the trail uses: objects, arrays, strings and whole numbers below 2^53.
 */
final class CanonicalJson {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(256);

    private CanonicalJson() {}

    static String of(Map<String, ?> object) {
        var writer = new CanonicalJson();
        writer.object(object);
        return writer.out.toString();
    }

    private void value(Object value) {
        switch (value) {
            case Map<?, ?> object -> object(object);
            case Collection<?> array -> array(array);
            case Long number -> out.append(number.longValue());
            default -> string(value.toString());
        }
    }

    private void object(Map<?, ?> object) {
        out.append('{');
        var separator = "";
        for (var member : sorted(object).entrySet()) {
            out.append(separator);
            string(member.getKey());
            out.append(':');
            value(member.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void array(Collection<?> array) {
        out.append('[');
        var separator = "";
        for (var element : array) {
            out.append(separator);
            value(element);
            separator = ",";
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text, i);
        }
        out.append('"');
    }

    private void character(String text, int index) {
        var character = text.charAt(index);
        switch (character) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> plain(text, index, character);
        }
    }

    /** Half of a surrogate pair has no UTF-8 form (RFC 8785 §3.2.2.2), so it becomes the replacement character. */
    private void plain(String text, int index, char character) {
        if (character < 0x20) {
            out.append("\\u00").append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 0xf));
        } else if (isHalf(text, index, character)) {
            out.append('\uFFFD');
        } else {
            out.append(character);
        }
    }

    private static boolean isHalf(String text, int index, char character) {
        if (Character.isHighSurrogate(character)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(character)
                && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    private static Map<String, Object> sorted(Map<?, ?> object) {
        var sorted = new TreeMap<String, Object>();
        object.forEach((key, value) -> sorted.put((String) key, value));
        return sorted;
    }
}
