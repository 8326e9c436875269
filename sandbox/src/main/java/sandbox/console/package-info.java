/** The pages on which a person looks at the sandbox and plays with it. */
@org.jspecify.annotations.NullMarked
package sandbox.console;
