/** The tenants that the sandbox plays and the applications registered in them. */
@org.jspecify.annotations.NullMarked
package sandbox.tenants;
