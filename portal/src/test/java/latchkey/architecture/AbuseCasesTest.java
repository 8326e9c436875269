package latchkey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/abuse-cases.md} to tests that exist: every case has one, or says what is open. */
class AbuseCasesTest {

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final int CASES = 34;

    private record Row(String number, List<String> tests, String open) {}

    @Test
    void everyCaseIsShownByATestOrSaysWhatIsOpen() throws IOException {
        assertThat(rows())
                .extracting(Row::number)
                .isEqualTo(IntStream.rangeClosed(1, CASES)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(rows())
                .allSatisfy(
                        row -> assertThat(row.tests().isEmpty() && row.open().isBlank())
                                .as("case " + row.number())
                                .isFalse());
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var existing = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("latchkey").stream()
                        .flatMap(type -> Stream.concat(
                                Stream.of(type.getSimpleName()),
                                type.getMethods().stream()
                                        .map(method -> type.getSimpleName() + "." + method.getName())))
                        .collect(Collectors.toSet());
        assertThat(existing)
                .containsAll(
                        rows().stream().flatMap(row -> row.tests().stream()).toList());
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("../docs/abuse-cases.md")).stream()
                .filter(line -> line.matches("\\| \\d+ .*"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(cells[1].strip(), quoted(cells[4]), cells[5].strip()))
                .toList();
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
