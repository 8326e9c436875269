package sandbox.dataverse.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an answered query.
 *
 * @param total how many rows there are in all, when {@code $count=true} asked for it
 * @param next the skip token of the next page, null on the last one
 */
public record Page(
        List<Column> columns,
        List<Row> rows,
        @Nullable Integer total,
        @Nullable String next) {}
