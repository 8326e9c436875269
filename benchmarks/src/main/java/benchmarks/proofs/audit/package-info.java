/** Proof that tampering with the trail is found and that a long one is checked in little time. */
@org.jspecify.annotations.NullMarked
package benchmarks.proofs.audit;
