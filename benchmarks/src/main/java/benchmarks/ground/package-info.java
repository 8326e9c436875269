/** What every scenario and proof stands on: the two products as processes, and clients to speak to them. */
@org.jspecify.annotations.NullMarked
package benchmarks.ground;
