/** The long proofs: seeded, bounded, taken up again where they were stopped; the tests run them at smoke size. */
@org.jspecify.annotations.NullMarked
package benchmarks.proofs;
