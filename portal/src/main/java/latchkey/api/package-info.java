/** The shell of the endpoints: the one catalogue of problems, and how they are told. */
@ApplicationModule(
        id = "api",
        allowedDependencies = {"settings", "access", "audit", "directory"})
@NullMarked
package latchkey.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
