package latchkey.directory.graph;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import latchkey.directory.AttributeKey;
import latchkey.directory.CustomerPage;
import latchkey.directory.DirectoryFailure.InvalidValue;
import latchkey.directory.DirectoryId;
import latchkey.directory.Scan;
import org.jspecify.annotations.Nullable;

/** Reads all users of a tenant by following the links between the pages of their list (facts §3.1). */
final class GraphScan implements Scan {

    private static final int LARGEST_PAGE = 999;

    private final DirectoryId directory;
    private final GraphClient graph;
    private final Supplier<Schema> schema;
    private final int pageSize;

    GraphScan(DirectoryId directory, GraphClient graph, Supplier<Schema> schema) {
        this(directory, graph, schema, LARGEST_PAGE);
    }

    private GraphScan(DirectoryId directory, GraphClient graph, Supplier<Schema> schema, int pageSize) {
        this.directory = directory;
        this.graph = graph;
        this.schema = schema;
        this.pageSize = pageSize;
    }

    GraphScan inPagesOf(int customers) {
        return new GraphScan(directory, graph, schema, customers);
    }

    @Override
    public CustomerPage page(Set<AttributeKey> attributes, @Nullable String from) {
        var known = schema.get();
        var target = from == null ? first(attributes, known) : from;
        var page = graph.read(GraphCall.get("scan-customers", target), new CustomerJson(directory, known)::rows);
        return new CustomerPage(page.items(), page.nextLink());
    }

    private String first(Set<AttributeKey> attributes, Schema known) {
        var selected = new LinkedHashSet<>(Set.of("id"));
        attributes.stream()
                .sorted()
                .forEach(key -> selected.add(demandKnown(key, known).name()));
        return Query.select(selected).top(pageSize).on("users");
    }

    private static AttributeKey demandKnown(AttributeKey key, Schema known) {
        return known.definition(key)
                .orElseThrow(() -> new InvalidValue(key.name(), "There is no attribute " + key, null, null))
                .key();
    }
}
