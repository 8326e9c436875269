/** The only code that knows Microsoft Graph. */
@NullMarked
package latchkey.directory.graph;

import org.jspecify.annotations.NullMarked;
