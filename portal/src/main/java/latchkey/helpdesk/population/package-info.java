/** Which customers an agent sees. */
@ApplicationModule(
        id = "population",
        allowedDependencies = {"settings", "access", "directory", "api"})
@NullMarked
package latchkey.helpdesk.population;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
