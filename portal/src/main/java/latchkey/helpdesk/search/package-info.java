/** Finding a customer from whatever the caller gives. */
@ApplicationModule(
        id = "search",
        allowedDependencies = {"limits", "population", "settings", "access", "audit", "directory", "web", "api"})
@NullMarked
package latchkey.helpdesk.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
