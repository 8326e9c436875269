/** Shared ground of the tests: the sandbox, a database, the whole portal, and waiting without sleeping. */
@NullMarked
package latchkey.testing;

import org.jspecify.annotations.NullMarked;
