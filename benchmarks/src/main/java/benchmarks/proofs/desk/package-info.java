/** Proof that a desk of many agents opens customers quickly and runs into no 429, beside the collector. */
@org.jspecify.annotations.NullMarked
package benchmarks.proofs.desk;
