/** A second person's yes to one exact action. */
@ApplicationModule(
        id = "approval",
        allowedDependencies = {
            "cases",
            "population",
            "protection",
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
package latchkey.helpdesk.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
