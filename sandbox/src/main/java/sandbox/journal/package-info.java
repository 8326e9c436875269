/** What was asked of the sandbox and what it answered, kept for assertions. */
@org.jspecify.annotations.NullMarked
package sandbox.journal;
