/** Erasing a customer for good: one person asks for it, another agrees, the owner of the database carries it out. */
@ApplicationModule(
        id = "erasure",
        allowedDependencies = {"population", "settings", "database", "access", "audit", "directory", "web", "api"})
@NullMarked
package latchkey.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
