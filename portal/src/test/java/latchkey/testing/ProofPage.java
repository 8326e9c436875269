package latchkey.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** What a long run of a test found, for people to read in {@code docs/proof}. */
public final class ProofPage {

    private static final Path FOLDER = Path.of("../docs/proof");

    private ProofPage() {}

    /**
     * Writes the page of that name.
     *
     * @param words what was done, in Markdown
     * @param figures what came of it, in the order they are shown in
     */
    public static void write(String name, String words, Map<String, ?> figures) {
        var rows = figures.entrySet().stream()
                .map(figure -> "| " + figure.getKey() + " | " + figure.getValue() + " |")
                .collect(Collectors.joining("\n"));
        var page = """
                %s
                | | |
                |---|---|
                %s
                | day | %s |
                | machine | %d processors, %s, Java %s |
                """.formatted(
                        words,
                        rows,
                        LocalDate.now(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        Runtime.version().feature());
        try {
            Files.writeString(FOLDER.resolve(name + ".md"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
