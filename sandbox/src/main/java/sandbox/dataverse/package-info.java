/** Dataverse's Web API for contacts, and the webhook that Dataverse posts when one of them changes. */
@org.jspecify.annotations.NullMarked
package sandbox.dataverse;
