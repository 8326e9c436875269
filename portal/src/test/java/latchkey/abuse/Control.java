package latchkey.abuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One control against an abuse case: where it stands, what is done instead while it is switched off, and the test that
 * sees it.
 *
 * @param instead name of a method of {@link Instead}
 * @param test {@code Class.method}
 */
record Control(String abuseCase, String words, String method, String instead, String test) {

    private static final Path TESTS = Path.of("src/test/java");

    private static final Map<String, String> CLASSES = classes();

    /** The table of all controls. */
    static List<Control> all() {
        try (var table = Control.class.getResourceAsStream("/abuse/switched-off.tsv")) {
            return new String(table.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Control(cells[0], cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link SwitchedOff} wants to be told. */
    List<String> arguments() {
        var target = method.split("#");
        var tested = test.split("\\.");
        return List.of(target[0], target[1], instead, CLASSES.getOrDefault(tested[0], tested[0]), tested[1]);
    }

    @Override
    public String toString() {
        return abuseCase + ": " + words;
    }

    private static Map<String, String> classes() {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> TESTS.relativize(file).toString())
                    .map(file ->
                            file.substring(0, file.length() - ".java".length()).replace('/', '.'))
                    .collect(Collectors.toMap(
                            name -> name.substring(name.lastIndexOf('.') + 1),
                            name -> name,
                            (one, same) -> one,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
