/** The sandbox's own API for tests, benchmarks and the console. */
@org.jspecify.annotations.NullMarked
package sandbox.control;
