/** Putting the whole sandbox back to an earlier state. */
@org.jspecify.annotations.NullMarked
package sandbox.state;
