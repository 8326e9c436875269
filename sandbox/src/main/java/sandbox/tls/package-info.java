/** A second, encrypted door to everything, for clients that refuse to speak plain HTTP. */
@org.jspecify.annotations.NullMarked
package sandbox.tls;
