/** How much of Graph an application may use (facts §12). */
@org.jspecify.annotations.NullMarked
package sandbox.graph.quota;
