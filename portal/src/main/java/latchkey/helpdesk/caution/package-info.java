/** The switch by which supervisors raise every requirement for a while. */
@ApplicationModule(
        id = "caution",
        allowedDependencies = {"settings", "database", "access", "audit", "web", "api"})
@NullMarked
package latchkey.helpdesk.caution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
