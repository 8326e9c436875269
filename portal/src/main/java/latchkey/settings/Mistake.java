package latchkey.settings;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong in a settings file.
 *
 * @param line counted from 1
 * @param key the key it is about, null when the file is not even YAML
 * @param text what is wrong; what to do
 */
record Mistake(String file, int line, @Nullable String key, String text) implements Comparable<Mistake> {

    @Override
    public int compareTo(Mistake other) {
        return Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return "%s:%d: %s".formatted(file, line, text);
    }
}
