/** The customers' own pages, on their own port. */
@ApplicationModule(
        id = "front",
        allowedDependencies = {
            "settings",
            "credentials",
            "notices",
            "verification",
            "audit",
            "directory",
            "access",
            "web",
            "api"
        })
@NullMarked
package latchkey.front;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
