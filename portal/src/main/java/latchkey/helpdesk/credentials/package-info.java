/** Resetting a password without the agent knowing it. */
@ApplicationModule(
        id = "credentials",
        allowedDependencies = {
            "action",
            "limits",
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
package latchkey.helpdesk.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
