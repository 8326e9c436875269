/** What a newcomer meets first: the one command of the repository. */
@org.jspecify.annotations.NullMarked
package benchmarks;
