package sandbox.graph.filter;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import sandbox.graph.GraphError;

/**
 * The filters of a small collection: equality and beginnings of some properties.
 *
 * @param properties that may be asked for
 * @param resource as errors call it
 */
public record PlainFilter(Set<String> properties, String resource) {

    /**
     * Reads an expression that this collection can answer.
     *
     * @throws GraphError 400 naming the property that it cannot
     */
    public Filter read(String text) {
        var filter = FilterParser.parse(text);
        demand(filter);
        return filter;
    }

    private void demand(Filter filter) {
        switch (filter) {
            case Filter.And and -> {
                demand(and.left());
                demand(and.right());
            }
            case Filter.Or or -> {
                demand(or.left());
                demand(or.right());
            }
            case Filter.Compare compare -> demand(compare.operator().equals("eq"), compare.path());
            case Filter.Call called -> demand(called.name().equals("startsWith"), called.path());
            case Filter.In in -> demand(true, in.path());
            case Filter.Not not -> demand(false, null);
            case Filter.Each each -> demand(false, each.path());
        }
    }

    private void demand(boolean operator, Filter.@Nullable Path path) {
        if (!operator || path == null || !properties.contains(path.text())) {
            throw GraphError.unsupportedQuery("Unsupported or invalid query filter clause specified for property '"
                    + (path == null ? "" : path.text()) + "' of resource '" + resource + "'.");
        }
    }
}
