/** Who can do what to whom, and why: the settings as people read them, and what was changed in them. */
@ApplicationModule(
        id = "rulebook",
        allowedDependencies = {"action", "policy", "settings", "database", "access", "audit", "web", "api"})
@NullMarked
package latchkey.helpdesk.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
