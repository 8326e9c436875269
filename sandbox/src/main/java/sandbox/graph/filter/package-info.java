/** Reads {@code $filter}: its grammar, its literals and what an expression means for an item. */
@org.jspecify.annotations.NullMarked
package sandbox.graph.filter;
