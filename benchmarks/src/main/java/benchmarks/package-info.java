/** Load scenarios, portal against sandbox, each figure beside its reference of the same run. */
@org.jspecify.annotations.NullMarked
package benchmarks;
