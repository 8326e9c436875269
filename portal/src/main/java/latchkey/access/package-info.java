/** Agents, their roles and permissions, and the gate that lets only them in. */
@ApplicationModule(
        id = "access",
        allowedDependencies = {"settings", "database", "audit"})
@NullMarked
package latchkey.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
