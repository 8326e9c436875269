/** Tests of how many people the sandbox can know, and how it finds them. */
@org.jspecify.annotations.NullMarked
package sandbox.people;
