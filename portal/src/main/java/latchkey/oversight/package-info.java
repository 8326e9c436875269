/** Pages for those who look over the desk’s shoulder: the audit trail, quota, sessions, and who else changes customers. */
@ApplicationModule(
        id = "oversight",
        allowedDependencies = {
            "population",
            "settings",
            "database",
            "access",
            "audit",
            "directory",
            "notify",
            "web",
            "api"
        })
@NullMarked
package latchkey.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
