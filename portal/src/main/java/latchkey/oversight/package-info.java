/** Pages for those who look over the desk's shoulder: the audit trail. */
@ApplicationModule(
        id = "oversight",
        allowedDependencies = {"population", "settings", "access", "audit", "directory", "web", "api"})
@NullMarked
package latchkey.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
