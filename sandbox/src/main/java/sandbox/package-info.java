/** Starts the sandbox; each folder below stands in for one of Microsoft's services. */
@org.jspecify.annotations.NullMarked
package sandbox;
