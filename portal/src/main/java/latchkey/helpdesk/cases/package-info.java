/** What an agent works under for one caller: person, reason, ticket and outcome. */
@ApplicationModule(
        id = "cases",
        allowedDependencies = {
            "population",
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
package latchkey.helpdesk.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
