package sandbox.graph.users;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import sandbox.graph.GraphCall;
import sandbox.graph.GraphError;

/** Ids that the body of a call lists. */
public final class Ids {

    private Ids() {}

    /**
     * The ids, in small letters.
     *
     * @throws GraphError 400 when there are none, too many, or something else
     */
    public static Set<String> of(GraphCall call, String parameter, int most) {
        var list = call.object().path(parameter);
        if (!list.isArray() || list.isEmpty()) {
            throw GraphError.badRequest("A value is required for property '" + parameter + "' of the resource.");
        }
        if (list.size() > most) {
            throw GraphError.badRequest(
                    "Too many elements specified for '" + parameter + "': at most " + most + " are allowed.");
        }
        var ids = new LinkedHashSet<String>();
        for (var id : list) {
            if (!id.isString()) {
                throw GraphError.badRequest("Invalid value specified for property '" + parameter + "'.");
            }
            ids.add(id.stringValue().toLowerCase(Locale.ROOT));
        }
        return ids;
    }
}
