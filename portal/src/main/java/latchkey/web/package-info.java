/** The shell of the pages: layout, navigation and error pages. */
@ApplicationModule(
        id = "web",
        allowedDependencies = {"settings", "access", "api"})
@NullMarked
package latchkey.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
