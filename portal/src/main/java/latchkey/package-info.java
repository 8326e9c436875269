/** Starts the product; everything else is in the modules below. */
@org.jspecify.annotations.NullMarked
package latchkey;
