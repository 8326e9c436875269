/** The crash proof of the contact sync: the portal is killed while contacts are edited, and the sandbox's memory judges. */
@org.jspecify.annotations.NullMarked
package benchmarks.proofs.synccrash;
