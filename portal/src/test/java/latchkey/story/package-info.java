/** The stories of the people who use the product, in a browser. */
@org.jspecify.annotations.NullMarked
package latchkey.story;
