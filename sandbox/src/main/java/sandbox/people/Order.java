package sandbox.people;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Users in the order of a property, upper and lower case being the same, and then of their ids. */
record Order(String property) implements Comparator<Object> {

    /** A place in the order where nobody needs to be. */
    record Place(String value, String id) {}

    @Override
    public int compare(Object one, Object other) {
        var order = compareFolded(value(one), value(other));
        return order != 0 ? order : id(one).compareTo(id(other));
    }

    private String value(Object userOrPlace) {
        return userOrPlace instanceof User user ? orEmpty(user.text(property)) : ((Place) userOrPlace).value();
    }

    private static String id(Object userOrPlace) {
        return userOrPlace instanceof User user ? user.id() : ((Place) userOrPlace).id();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** As the lower-case texts compare, without making them for nothing. */
    private static int compareFolded(String one, String other) {
        var length = Math.min(one.length(), other.length());
        for (var i = 0; i < length; i++) {
            var a = one.charAt(i);
            var b = other.charAt(i);
            if (a > 127 || b > 127) {
                return one.toLowerCase(Locale.ROOT).compareTo(other.toLowerCase(Locale.ROOT));
            }
            if (a != b && lower(a) != lower(b)) {
                return lower(a) - lower(b);
            }
        }
        return one.length() - other.length();
    }

    private static int lower(char c) {
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
}
