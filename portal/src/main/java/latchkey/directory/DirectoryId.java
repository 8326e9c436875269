package latchkey.directory;

import java.util.regex.Pattern;

/** A directory's short name in the settings, such as {@code contoso}; part of addresses, so lower-case letters, digits and dashes only. */
public record DirectoryId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    public DirectoryId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a directory's id has lower-case letters, digits and dashes, at most 31: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
