/** The commands of the program. */
@ApplicationModule(
        id = "cli",
        allowedDependencies = {"settings", "database", "audit", "policy", "sync"})
@NullMarked
package latchkey.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
