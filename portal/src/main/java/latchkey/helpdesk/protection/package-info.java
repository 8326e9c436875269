/** Customers on whom the desk does not act, or not without a second person. */
@ApplicationModule(
        id = "protection",
        allowedDependencies = {"settings", "database", "access", "directory", "api"})
@NullMarked
package latchkey.helpdesk.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
