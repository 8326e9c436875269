/** What the product is told in its one settings file: secrets by reference, mistakes with file and line. */
@ApplicationModule(
        id = "settings",
        allowedDependencies = {})
@NullMarked
package latchkey.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
