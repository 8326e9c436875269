/** Ten thousand requests that nobody would send on purpose. */
@org.jspecify.annotations.NullMarked
package sandbox.wild;
