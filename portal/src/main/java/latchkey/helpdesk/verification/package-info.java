/** Proof that the caller is the customer. */
@ApplicationModule(
        id = "verification",
        allowedDependencies = {
            "limits",
            "caution",
            "population",
            "protection",
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
package latchkey.helpdesk.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
