/** Conditions of the settings' own under which actions are refused, or need more than they always need. */
@ApplicationModule(
        id = "policy",
        allowedDependencies = {"settings", "access", "audit", "directory", "api", "cases"})
@NullMarked
package latchkey.helpdesk.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
