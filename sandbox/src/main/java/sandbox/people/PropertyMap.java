package sandbox.people;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values by name, unchangeable; names are kept once for all who have the same ones, because there may be a million. */
final class PropertyMap extends AbstractMap<String, Object> {

    private static final Map<Set<String>, String[]> SHAPES = new ConcurrentHashMap<>();

    private final String[] names;
    private final Object[] values;

    private PropertyMap(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    static Map<String, Object> of(Map<String, Object> properties) {
        if (properties instanceof PropertyMap || properties instanceof LaterMap) {
            return properties;
        }
        var names = properties.keySet();
        var known = SHAPES.get(names);
        var shape = known == null ? shape(names) : known;
        var values = new Object[shape.length];
        for (var i = 0; i < values.length; i++) {
            values[i] = Objects.requireNonNull(properties.get(shape[i]));
        }
        return new PropertyMap(shape, values);
    }

    private static String[] shape(Set<String> names) {
        var sorted = names.stream().sorted().toArray(String[]::new);
        return SHAPES.computeIfAbsent(Set.of(sorted), any -> sorted);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        for (var i = 0; i < names.length; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        // Nearly always it is the very same text, which is seen much faster than an equal one.
        for (var i = 0; i < names.length; i++) {
            if (isSame(names[i], name)) {
                return values[i];
            }
        }
        var place = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
        return place < 0 ? null : values[place];
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(String one, @Nullable Object other) {
        return one == other;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return IntStream.range(0, names.length)
                        .mapToObj(i -> Map.entry(names[i], values[i]))
                        .iterator();
            }

            @Override
            public int size() {
                return names.length;
            }
        };
    }
}
