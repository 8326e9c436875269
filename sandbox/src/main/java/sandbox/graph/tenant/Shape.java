package sandbox.graph.tenant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;

/** Builds answers whose properties may be selected. */
public final class Shape {

    private Shape() {}

    public static Map<String, Object> list(GraphCall call, String type, List<?> value) {
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", call.context(type));
        body.put("value", value);
        return body;
    }

    public static Map<String, Object> entity(GraphCall call, String type, Map<String, Object> whole) {
        var body = new LinkedHashMap<String, Object>();
        body.put("@odata.context", call.context(type + "/$entity"));
        body.putAll(selected(whole, call, type));
        return body;
    }

    /**
     * The selected properties.
     *
     * @throws GraphError 400 for one that the type does not have
     */
    public static Map<String, Object> selected(Map<String, Object> whole, GraphCall call, String type) {
        var select = call.query().select();
        if (select.isEmpty()) {
            return whole;
        }
        var part = new LinkedHashMap<String, Object>();
        for (var name : select) {
            if (!whole.containsKey(name)) {
                throw GraphError.malformed("Parsing OData Select and Expand failed: Could not find a property named '"
                        + name + "' on type 'microsoft.graph." + type + "'.");
            }
            copy(whole, name, part);
        }
        return part;
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    public static Map<String, Object> of(@Nullable Object... namesAndValues) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            json.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return (Map<String, Object>) (Map<String, ?>) json;
    }

    @SuppressWarnings("NullAway")
    private static void copy(Map<String, Object> from, String name, Map<String, Object> to) {
        to.put(name, from.get(name));
    }
}
