/** The employees' identity provider: its published configuration and keys. */
@NullMarked
package latchkey.access.employees;

import org.jspecify.annotations.NullMarked;
