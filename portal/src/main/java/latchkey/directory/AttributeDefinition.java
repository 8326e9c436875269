package latchkey.directory;

/**
 * What an attribute may hold.
 *
 * @param key its name in the directory
 * @param label what pages call it, from the settings or made from its short name
 * @param type what it holds
 * @param editable whether agents may edit it, by the settings and by the directory
 * @param maximumLength of text in characters, or of bytes; 0 where it does not apply
 */
public record AttributeDefinition(AttributeKey key, String label, Type type, boolean editable, int maximumLength) {

    /** The types of attributes (facts §6). */
    public enum Type {
        TEXT,
        FLAG,
        WHOLE,
        LARGE_WHOLE,
        MOMENT,
        BYTES,
        TEXTS
    }
}
