/** Tests of the scenarios, at smoke size. */
@org.jspecify.annotations.NullMarked
package benchmarks.scenarios;
