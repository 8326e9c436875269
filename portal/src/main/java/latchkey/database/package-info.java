/** The database: embedded by default and kept between starts, or the one that the environment names. */
@ApplicationModule(
        id = "database",
        allowedDependencies = {"settings"})
@NullMarked
package latchkey.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
