/** The customer page, its panels contributed by others. */
@ApplicationModule(
        id = "customer",
        allowedDependencies = {
            "limits",
            "population",
            "protection",
            "settings",
            "database",
            "access",
            "audit",
            "directory",
            "web",
            "api",
            "tracing"
        })
@NullMarked
package latchkey.helpdesk.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
