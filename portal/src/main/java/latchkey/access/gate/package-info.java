/** The gate of both ports: signing in, what each page asks for, and the checks before any page is reached. */
@NullMarked
package latchkey.access.gate;

import org.jspecify.annotations.NullMarked;
