/** The sandbox's own time, which tests and demonstrations may move. */
@org.jspecify.annotations.NullMarked
package sandbox.clock;
