/** Blocking and unblocking a customer's sign-in. */
@ApplicationModule(
        id = "lifecycle",
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
package latchkey.helpdesk.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
