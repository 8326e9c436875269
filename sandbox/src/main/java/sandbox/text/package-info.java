/** What every text must be that the sandbox takes in. */
@org.jspecify.annotations.NullMarked
package sandbox.text;
