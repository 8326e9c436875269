/** Who may do what to whom, held against tables that know no code. */
@NullMarked
package latchkey.helpdesk.matrix;

import org.jspecify.annotations.NullMarked;
