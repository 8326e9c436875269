/** What Dataverse posts when a contact changes, and what it keeps of a post that failed. */
@org.jspecify.annotations.NullMarked
package sandbox.dataverse.webhook;
