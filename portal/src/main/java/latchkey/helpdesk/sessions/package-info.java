/** Ending a customer's sessions. */
@ApplicationModule(
        id = "sessions",
        allowedDependencies = {
            "action",
            "cases",
            "verification",
            "approval",
            "customer",
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
package latchkey.helpdesk.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
