/** The users of a tenant: read, found, created, changed, deleted and restored. */
@org.jspecify.annotations.NullMarked
package sandbox.graph.users;
