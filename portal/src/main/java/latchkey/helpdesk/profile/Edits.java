package latchkey.helpdesk.profile;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an agent typed, by the attribute's name in the directory; an empty text clears the attribute, one that is
 * missing here is left alone.
 */
record Edits(Map<String, String> typed) {

    Edits {
        typed = new LinkedHashMap<>(typed);
    }
}
