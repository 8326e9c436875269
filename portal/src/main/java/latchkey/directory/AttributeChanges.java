package latchkey.directory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** New values for some attributes; empty means "clear it". Holds absolute values only, so sending it twice does no harm. */
public record AttributeChanges(Map<AttributeKey, Optional<AttributeValue>> values) {

    public AttributeChanges {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
