/** Tests of the commands. */
@NullMarked
package latchkey.cli;

import org.jspecify.annotations.NullMarked;
