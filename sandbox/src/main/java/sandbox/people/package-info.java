/** Who the sandbox knows: users of directories, contacts of Dataverse, and every change made to them. */
@org.jspecify.annotations.NullMarked
package sandbox.people;
