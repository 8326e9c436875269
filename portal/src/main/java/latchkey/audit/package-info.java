/** The trail: who did what to which customer, announced before it happens and proof against editing. */
@ApplicationModule(
        id = "audit",
        allowedDependencies = {"settings", "database", "tracing"})
@NullMarked
package latchkey.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
