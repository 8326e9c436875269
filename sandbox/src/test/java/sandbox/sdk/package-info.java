/** Microsoft's own client libraries, unchanged, against the sandbox: what they accept is close to the real service. */
@org.jspecify.annotations.NullMarked
package sandbox.sdk;
