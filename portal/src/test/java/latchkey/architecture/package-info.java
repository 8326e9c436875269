/** Rules between the parts; each fails when it guards nothing. */
@org.jspecify.annotations.NullMarked
package latchkey.architecture;
