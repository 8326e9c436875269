/** How much an agent may do in an hour and in a day. */
@ApplicationModule(
        id = "limits",
        allowedDependencies = {"caution", "settings", "database", "access", "audit", "directory", "notify", "web", "api"
        })
@NullMarked
package latchkey.helpdesk.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
