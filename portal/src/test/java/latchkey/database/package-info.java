/** Tests of the database. */
@NullMarked
package latchkey.database;

import org.jspecify.annotations.NullMarked;
