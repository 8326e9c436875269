/** Contacts to customers: nothing lost, newest wins. */
@ApplicationModule(
        id = "sync",
        allowedDependencies = {
            "settings",
            "database",
            "access",
            "audit",
            "directory",
            "notify",
            "web",
            "api",
            "customer",
            "search",
            "tracing"
        })
@NullMarked
package latchkey.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
