/** Dataverse's service protection limits. */
@org.jspecify.annotations.NullMarked
package sandbox.dataverse.limits;
