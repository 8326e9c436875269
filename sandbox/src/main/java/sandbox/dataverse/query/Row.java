package sandbox.dataverse.query;

import org.jspecify.annotations.Nullable;

/** A row of a table: texts, numbers, truth values, instants, or nothing at all under a column's name. */
public interface Row {

    /** The value, which is one of String, Long, Boolean, Instant, or null. */
    @Nullable
    Object value(String column);

    /** The version that an ETag shows. */
    long version();
}
