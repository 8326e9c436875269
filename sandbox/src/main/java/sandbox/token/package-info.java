/** The token endpoint: one class per grant, and the keys that sign. */
@org.jspecify.annotations.NullMarked
package sandbox.token;
