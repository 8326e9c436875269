package latchkey.directory.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list; the last one has no link to a next one (facts §3.1). */
record Page<T>(List<T> items, @Nullable String nextLink) {}
