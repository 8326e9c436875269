/** The collector of the directories' own logs. */
@NullMarked
package latchkey.directory.activity;

import org.jspecify.annotations.NullMarked;
