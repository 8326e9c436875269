package latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.Latchkey;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules, as {@code ARCHITECTURE.md} draws them. */
class ModulesTest {

    private static final Set<String> FROZEN_IDS = Set.of(
            "access",
            "action",
            "api",
            "approval",
            "audit",
            "cases",
            "credentials",
            "customer",
            "directory",
            "escalation",
            "front",
            "lifecycle",
            "notices",
            "notify",
            "oversight",
            "profile",
            "search",
            "sessions",
            "sync",
            "verification",
            "web");

    static {
        // Only what is annotated is a module: helpdesk is a plain folder.
        System.setProperty("spring.modulith.detection-strategy", "explicitly-annotated");
    }

    private static final ApplicationModules MODULES =
            ApplicationModules.of(Latchkey.class, new ImportOption.DoNotIncludeTests());

    @Test
    void modulesDependOnlyOnWhatTheyDeclare() {
        assertThat(MODULES.stream()).hasSizeGreaterThanOrEqualTo(FROZEN_IDS.size());
        MODULES.verify();
    }

    @Test
    void theIdsThatNameTheMigrationFoldersAreStillTheirs() {
        assertThat(ids()).containsAll(FROZEN_IDS);
    }

    @Test
    void everyClassIsInAModule() {
        var homeless = Classes.ofThePortal().stream()
                .filter(type -> !type.getPackageName().equals("latchkey"))
                .filter(type -> MODULES.stream().noneMatch(module -> module.contains(type.getName())))
                .map(type -> type.getName())
                .toList();
        assertThat(homeless).isEmpty();
    }

    @Test
    void everyMigrationSitsInTheFolderOfAModule() throws IOException {
        var folders = migrationFolders();
        assertThat(folders).isNotEmpty();
        assertThat(ids()).as("folders that no module would ever migrate").containsAll(folders);
    }

    private List<String> migrationFolders() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/main/resources/db/migration"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private Set<String> ids() {
        return MODULES.stream()
                .map(ApplicationModule::getIdentifier)
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
