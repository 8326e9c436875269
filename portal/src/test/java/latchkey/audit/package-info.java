/** Tests of the trail. */
@NullMarked
package latchkey.audit;

import org.jspecify.annotations.NullMarked;
