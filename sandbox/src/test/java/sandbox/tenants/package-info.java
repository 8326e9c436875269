/** Tests of tenants and applications that are added to the built-in ones. */
@org.jspecify.annotations.NullMarked
package sandbox.tenants;
