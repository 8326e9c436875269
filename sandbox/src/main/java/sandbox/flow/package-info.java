/** The cloud flow that the sync takes the place of. */
@org.jspecify.annotations.NullMarked
package sandbox.flow;
