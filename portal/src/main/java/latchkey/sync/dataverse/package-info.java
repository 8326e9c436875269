/** The only code that knows Dataverse. */
@NullMarked
package latchkey.sync.dataverse;

import org.jspecify.annotations.NullMarked;
