/** Programs that call the portal's own classes, in a process of their own. */
@org.jspecify.annotations.NullMarked
package benchmarks.probe;
