package latchkey.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every control against an abuse case is switched off in a process of its own, and its test must fail there: a test that
 * passes without its control shows nothing. All of them run under {@code ./latchkey prove controls}, three of them here.
 */
@Execution(ExecutionMode.SAME_THREAD)
class SwitchedOffControlsTest {

    private static final boolean ALL = Boolean.getBoolean("latchkey.controls.all");

    /** Quick ones of different kinds: a unit of code, one with a database, one of the product's own HTTP client. */
    private static final List<String> QUICK = List.of("10", "15", "27");

    private static final Duration LONGEST = Duration.ofMinutes(6);

    private static final Path PAGE = Path.of("../docs/proof/controls.md");

    private record Seen(Control control, int code, String words) {

        String row() {
            return "| %s | %s | `%s` | `%s` | %s | %s |"
                    .formatted(
                            control.abuseCase(),
                            control.words(),
                            control.method().substring(control.method().lastIndexOf('.') + 1),
                            control.test(),
                            code == SwitchedOff.SEEN ? "yes" : "**no**",
                            code == SwitchedOff.SEEN ? "" : words.replace("|", "\\|"));
        }
    }

    private static final List<Seen> SEEN = new ArrayList<>();

    static Stream<Control> controls() {
        var only = System.getProperty("latchkey.controls.only", "");
        return Control.all().stream()
                .filter(control -> only.isEmpty() || List.of(only.split(",")).contains(control.abuseCase()))
                .filter(control -> ALL || QUICK.contains(control.abuseCase()));
    }

    @ParameterizedTest
    @MethodSource("controls")
    void aTestFailsWithoutItsControl(Control control) throws IOException, InterruptedException {
        var seen = switchedOff(control);
        SEEN.add(seen);
        if (ALL) {
            publish();
        }
        assertThat(seen.code()).as(seen.words()).isEqualTo(SwitchedOff.SEEN);
    }

    @Test
    void everyCaseWithATestHasAControlToSwitchOff() throws IOException {
        var controlled = Control.all().stream().map(Control::abuseCase).collect(Collectors.toSet());
        assertThat(casesWithTests())
                .isNotEmpty()
                .allSatisfy(number ->
                        assertThat(controlled).as("controls of case " + number).contains(number));
    }

    private static List<String> casesWithTests() throws IOException {
        var row = Pattern.compile("\\| (\\d+) \\|[^|]*\\|[^|]*\\| `.*");
        return Files.readAllLines(Path.of("../docs/abuse-cases.md")).stream()
                .map(row::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(found -> found.group(1))
                .toList();
    }

    private static Seen switchedOff(Control control) throws IOException, InterruptedException {
        var log = Files.createTempFile("switched-off", ".log");
        var process = new ProcessBuilder(command(control))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                return new Seen(control, SwitchedOff.UNCLEAR, "not over after " + LONGEST);
            }
            return new Seen(control, process.exitValue(), lastLine(log));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(log);
        }
    }

    private static List<String> command(Control control) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath()));
        if (ALL) {
            command.add("-Dsandbox.url=" + SandboxProcess.shared().url());
        }
        command.add(SwitchedOff.class.getName());
        command.addAll(control.arguments());
        return command;
    }

    private static String classPath() {
        return Objects.requireNonNullElse(
                System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
    }

    private static String lastLine(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> !line.isBlank())
                .reduce((line, next) -> next)
                .orElse("it said nothing");
    }

    private static void publish() {
        var caught =
                SEEN.stream().filter(seen -> seen.code() == SwitchedOff.SEEN).count();
        var page = """
                # Proof of the controls

                `./latchkey prove controls` switches off one control after the other and runs a test of it: each in a process
                of its own, in which the control's method does nothing while classes are loaded. The product has no such
                switch. A test counts when an assertion of it fails; one that passes, or only breaks, does not.

                Switched off: %d. Tests that failed without their control: %d. %s, Java %s.

                | case | control | switched off | test | fails | otherwise |
                |---|---|---|---|---|---|
                %s
                """.formatted(
                        SEEN.size(),
                        caught,
                        LocalDate.now(),
                        Runtime.version().feature(),
                        SEEN.stream().map(Seen::row).collect(Collectors.joining("\n")));
        try {
            Files.writeString(PAGE, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
