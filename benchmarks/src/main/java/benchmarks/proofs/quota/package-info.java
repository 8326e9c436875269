/** Proof that two nodes use Graph's write budget nearly whole and run into no 429. */
@org.jspecify.annotations.NullMarked
package benchmarks.proofs.quota;
