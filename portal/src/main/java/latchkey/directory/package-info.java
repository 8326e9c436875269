/** The port to the directories of customers: what a customer is, what can be asked and changed. */
@ApplicationModule(
        id = "directory",
        allowedDependencies = {"settings", "audit", "tracing"})
@NullMarked
package latchkey.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
