/** What customers are told, and what they can stop by it. */
@ApplicationModule(
        id = "notices",
        allowedDependencies = {
            "action",
            "population",
            "cases",
            "customer",
            "escalation",
            "verification",
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
package latchkey.helpdesk.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
