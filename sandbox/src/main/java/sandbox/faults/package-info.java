/** Trouble on demand: refused, slow, lost and late answers. */
@org.jspecify.annotations.NullMarked
package sandbox.faults;
