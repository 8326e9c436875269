package latchkey.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PostgresProgramsTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void tarUnpacksThemAndTheLibraryIsGivenOnlyAName(@TempDir Path binaries) throws IOException {
        var programs = new PostgresPrograms(binaries);
        byte[] given;
        try (var name = programs.getPgBinary("Linux", System.getProperty("os.arch"))) {
            given = name.readAllBytes();
        }

        assertThat(given).hasSizeLessThan(200);
        try (var folders = Files.list(binaries)) {
            assertThat(folders).singleElement().satisfies(folder -> {
                assertThat(folder.getFileName().toString()).startsWith("PG-");
                assertThat(folder.resolve("bin/postgres")).isExecutable();
                assertThat(folder.resolve(".exists")).exists();
            });
        }
    }
}
