package benchmarks.probe;

import benchmarks.ground.Ground;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A program of {@code benchmarks/src/probe} beside the portal's classes: compiled when it is wanted, because nothing else of this
 * module may know those classes.
 */
public final class Probe {

    private static final Path SOURCES = Ground.root().resolve("benchmarks/src/probe");

    /** What the tests of the trail do at a few places, a proof does at many. */
    private static final List<String> OF_THE_TESTS = List.of("CopyOfTrail", "Histories", "TamperProof", "Tampering");

    private final Path folder;
    private final String classPath;

    private Probe(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /**
     * Compiles the programs.
     *
     * @param folder where classes and logs go
     * @param products the folder in which each product's jar lies under its name, beside its libraries
     */
    public static Probe compiled(Path folder, Path products) {
        var classes = folder.resolve("probe");
        var path = Stream.of(
                        Stream.of(classes.toString()),
                        jars(products, "portal").map(Path::toString),
                        Stream.of(System.getProperty("java.class.path")))
                .flatMap(each -> each)
                .collect(Collectors.joining(java.io.File.pathSeparator));
        var words = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", classes.toString(), "-cp", path));
        files(SOURCES.resolve("java"), ".java").map(Path::toString).forEach(words::add);
        OF_THE_TESTS.stream().map(Probe::ofTheTests).forEach(words::add);
        var compiler = java.util.Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "this is no JDK");
        if (compiler.run(null, System.err, System.err, words.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("benchmarks/src/probe does not fit the portal's classes");
        }
        return new Probe(folder, path);
    }

    /** Runs a program to its end and returns the figures that it printed, one a line. */
    public List<Double> run(String program, String heap, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx" + heap,
                // Else every byte on the wire is logged.
                "-Dlogback.configurationFile=" + SOURCES.resolve("resources/logback.xml"),
                "-cp",
                classPath,
                program));
        command.addAll(List.of(arguments));
        var log = folder.resolve(program + ".log");
        try {
            var process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            var printed = process.inputReader().lines().toList();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + " failed, see " + log);
            }
            return printed.stream().map(Double::valueOf).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String ofTheTests(String name) {
        return Ground.root()
                .resolve("portal/src/test/java/latchkey/audit/" + name + ".java")
                .toString();
    }

    private static Stream<Path> jars(Path products, String name) {
        return files(products.resolve(name), ".jar");
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
