/** The load scenarios, one class each; every figure has its reference in the same run. */
@org.jspecify.annotations.NullMarked
package benchmarks.scenarios;
