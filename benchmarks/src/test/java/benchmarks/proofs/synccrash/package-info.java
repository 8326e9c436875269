/** The judge finds what is planted, and the portal survives a few deaths. */
@org.jspecify.annotations.NullMarked
package benchmarks.proofs.synccrash;
