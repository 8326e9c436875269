/** Traces of what one action or one contact change did, sent to where the settings say. */
@ApplicationModule(
        id = "tracing",
        allowedDependencies = {})
@NullMarked
package latchkey.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
