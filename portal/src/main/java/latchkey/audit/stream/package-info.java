/** The trail, handed on entry by entry to a system that watches it. */
@NullMarked
package latchkey.audit.stream;

import org.jspecify.annotations.NullMarked;
