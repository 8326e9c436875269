package sandbox.graph.types;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The types of Graph's answers, read from {@code graph-types.txt}. */
@Component
class TypeCatalog {

    /** A property: the name of its type, whether it is a collection, and whether it may be null. */
    record Property(String type, boolean isCollection, boolean isNullable) {

        private static Property of(String text) {
            var never = text.endsWith("!");
            var bare = never ? text.substring(0, text.length() - 1) : text;
            var collection = bare.startsWith("[");
            return new Property(collection ? bare.substring(1, bare.length() - 1) : bare, collection, !never);
        }
    }

    private final Map<String, Map<String, Property>> properties = new HashMap<>();

    private final Map<String, String> bases = new HashMap<>();

    private final Map<String, Set<String>> enumerations = new HashMap<>();

    TypeCatalog() {
        Map<String, Property> members = new HashMap<>();
        for (var line : lines()) {
            if (line.contains(" = ")) {
                var named = line.split(" = ", 2);
                enumerations.put(named[0], Set.of(named[1].split(" ")));
            } else if (line.startsWith("  ")) {
                var named = line.strip().split(" ", 2);
                members.put(named[0], Property.of(named[1]));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                var named = line.split(" < ", 2);
                members = new HashMap<>();
                properties.put(named[0], members);
                if (named.length > 1) {
                    bases.put(named[0], named[1]);
                }
            }
        }
    }

    boolean knows(String type) {
        return properties.containsKey(type);
    }

    /** The property, own or inherited; null when the type has none of that name. */
    @Nullable
    Property property(String type, String name) {
        var own = properties.getOrDefault(type, Map.of()).get(name);
        var base = bases.get(type);
        return own != null || base == null ? own : property(base, name);
    }

    /** The values of an enumeration; null when it is none. */
    @Nullable
    Set<String> values(String type) {
        return enumerations.get(type);
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource("sandbox/graph-types.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
