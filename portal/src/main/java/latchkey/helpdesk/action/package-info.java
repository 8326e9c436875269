/** The order in which every action is carried out, composed once. */
@ApplicationModule(
        id = "action",
        allowedDependencies = {
            "caution",
            "limits",
            "cases",
            "verification",
            "approval",
            "customer",
            "population",
            "protection",
            "policy",
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
package latchkey.helpdesk.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
