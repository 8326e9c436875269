/** One sandbox for the tests of its outer parts, spoken to over HTTP. */
@org.jspecify.annotations.NullMarked
package sandbox.doors;
