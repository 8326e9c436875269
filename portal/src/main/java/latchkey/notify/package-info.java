/** Mail and text messages to people, through one outbox that loses nothing. */
@ApplicationModule(
        id = "notify",
        allowedDependencies = {"settings", "database", "audit"})
@NullMarked
package latchkey.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
