/** How figures are taken, compared and printed. */
@org.jspecify.annotations.NullMarked
package benchmarks.measure;
