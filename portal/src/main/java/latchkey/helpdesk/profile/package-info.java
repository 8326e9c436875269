/** Editing a customer's attributes. */
@ApplicationModule(
        id = "profile",
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
package latchkey.helpdesk.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
