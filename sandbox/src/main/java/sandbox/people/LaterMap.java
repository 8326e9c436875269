package sandbox.people;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values by name that are only fetched when somebody asks for one. */
final class LaterMap extends AbstractMap<String, Object> {

    private final Supplier<Map<String, Object>> source;

    LaterMap(Supplier<Map<String, Object>> source) {
        this.source = source;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return source.get().get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return source.get().containsKey(name);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return source.get().entrySet();
    }
}
