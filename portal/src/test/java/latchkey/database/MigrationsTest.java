package latchkey.database;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.Latchkey;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class MigrationsTest {

    @Test
    void everyFolderOfMigrationsBelongsToAModule() {
        var modules = ApplicationModules.of(Latchkey.class).stream()
                .map(module -> module.getIdentifier().toString())
                .toList();

        assertThat(Scripts.onTheClasspath().modules()).isNotEmpty().isSubsetOf(modules);
    }
}
