/** What was handed to supervisors, until one of them has looked at it. */
@ApplicationModule(
        id = "escalation",
        allowedDependencies = {
            "population",
            "cases",
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
package latchkey.helpdesk.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
