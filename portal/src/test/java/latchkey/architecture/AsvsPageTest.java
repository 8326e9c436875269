package latchkey.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.testing.Asvs;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/asvs.md} to the tests that name requirements; {@code -Dasvs.write=true} writes the page anew.
 *
 * <p>A requirement is either shown by a test or listed in {@code open.tsv} with what it waits for.
 */
class AsvsPageTest {

    private static final Path PAGE = Path.of("../docs/asvs.md");

    private static final Map<String, List<String>> SHOWN = shown();

    /** A requirement of Level 1 or 2 that a test can show. */
    private record Requirement(String id, String level, String about) {}

    @Test
    void everyRequirementIsShownOrSaidToBeOpen() {
        var open = open();
        assertThat(requirements())
                .hasSizeGreaterThan(150)
                .allSatisfy(requirement -> assertThat(
                                SHOWN.containsKey(requirement.id()) ^ open.containsKey(requirement.id()))
                        .as(requirement.id() + " is shown by a test or listed as open, and not both")
                        .isTrue());
    }

    @Test
    void nobodyNamesARequirementThatIsNone() {
        var known = requirements().stream().map(Requirement::id).collect(Collectors.toSet());
        assertThat(known).containsAll(SHOWN.keySet()).containsAll(open().keySet());
    }

    @Test
    void thePageSaysWhatTheTestsSay() throws IOException {
        var page = page();
        if (Boolean.getBoolean("asvs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private static String page() {
        var requirements = requirements();
        var open = open();
        var shown = requirements.stream()
                .filter(requirement -> SHOWN.containsKey(requirement.id()))
                .toList();
        return """
            # OWASP ASVS 5.0

            The requirements of Level 1 and 2 that a test can show, in our words; the numbers are those of the standard. %d of %d are
            shown by tests that pass in every run, the others are open. This page is made from the tests' `@Asvs` marks and is held to
            them by a test.

            ## Shown

            | | level | about | tests |
            |---|---|---|---|
            %s

            ## Open

            | | level | about | waits for |
            |---|---|---|---|
            %s
            """.formatted(
                        shown.size(),
                        requirements.size(),
                        shown.stream()
                                .map(requirement -> row(
                                        requirement,
                                        SHOWN.get(requirement.id()).stream()
                                                .map(test -> "`" + test + "`")
                                                .collect(joining(", "))))
                                .collect(joining("\n")),
                        requirements.stream()
                                .filter(requirement -> open.containsKey(requirement.id()))
                                .map(requirement -> row(requirement, open.get(requirement.id())))
                                .collect(joining("\n")));
    }

    private static String row(Requirement requirement, String last) {
        return "| %s | %s | %s | %s |"
                .formatted(requirement.id(), requirement.level().substring(1), requirement.about(), last);
    }

    private static Map<String, List<String>> shown() {
        var tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("latchkey");
        var shown = new TreeMap<String, TreeSet<String>>();
        for (var type : tests) {
            named(type)
                    .forEach(id ->
                            shown.computeIfAbsent(id, none -> new TreeSet<>()).add(type.getSimpleName()));
            for (var method : type.getMethods()) {
                named(method)
                        .forEach(id -> shown.computeIfAbsent(id, none -> new TreeSet<>())
                                .add(type.getSimpleName() + "." + method.getName()));
            }
        }
        return shown.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new ArrayList<>(entry.getValue())));
    }

    private static Stream<String> named(JavaClass type) {
        return type.tryGetAnnotationOfType(Asvs.class.getName()).map(AsvsPageTest::ids).stream()
                .flatMap(List::stream);
    }

    private static Stream<String> named(JavaMethod method) {
        return method.tryGetAnnotationOfType(Asvs.class.getName()).map(AsvsPageTest::ids).stream()
                .flatMap(List::stream);
    }

    private static List<String> ids(JavaAnnotation<?> annotation) {
        return List.of((Object[]) annotation.get("value").orElseThrow()).stream()
                .map(String::valueOf)
                .toList();
    }

    private static List<Requirement> requirements() {
        return lines("levels-1-and-2.tsv")
                .map(line -> line.split("\t"))
                .map(cells -> new Requirement(cells[0], cells[1], cells[2]))
                .toList();
    }

    private static Map<String, String> open() {
        return lines("open.tsv")
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    }

    private static Stream<String> lines(String file) {
        try (var stream = AsvsPageTest.class.getResourceAsStream("/asvs/" + file)) {
            return new String(stream.readAllBytes(), UTF_8).lines().filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
