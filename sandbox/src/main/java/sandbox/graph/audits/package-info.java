/** The directory's own log of changes. */
@org.jspecify.annotations.NullMarked
package sandbox.graph.audits;
