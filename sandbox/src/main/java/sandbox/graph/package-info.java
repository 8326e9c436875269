/** Microsoft Graph v1.0, as far as a help desk for customers needs it. */
@org.jspecify.annotations.NullMarked
package sandbox.graph;
