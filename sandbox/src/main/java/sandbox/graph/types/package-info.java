/** What Graph promises of its answers, and the check that the sandbox keeps it. */
@org.jspecify.annotations.NullMarked
package sandbox.graph.types;
