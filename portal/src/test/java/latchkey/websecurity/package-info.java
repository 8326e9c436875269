/** What every answer of the portal must hold to, whatever page or endpoint it comes from. */
@org.jspecify.annotations.NullMarked
package latchkey.websecurity;
