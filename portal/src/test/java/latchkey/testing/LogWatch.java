package latchkey.testing;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Reads every line that this JVM logs, and finds personal values and secrets in them; logback-test.xml switches it on. */
public final class LogWatch extends AppenderBase<ILoggingEvent> {

    private static final Queue<String> LINES = new ConcurrentLinkedQueue<>();

    private static final List<String> SECRETS = List.of(
            "sandbox-signin-secret",
            "sandbox-portal-secret",
            "sandbox-sync-secret",
            "sandbox-dataverse-secret",
            "sandbox-webhook-key",
            "eyJ");

    /**
     * Looks through what was logged since the last time.
     *
     * @throws AssertionError with the lines that name a person with a story or hold a secret or token
     */
    public static void expectNothingPersonal(Collection<SandboxControl.Person> people) {
        var found = linesWith(canaries(people), taken());
        if (!found.isEmpty()) {
            throw new AssertionError("The log holds personal values or secrets:\n" + String.join("\n", found));
        }
    }

    /** What was logged since the last look that holds one of these; the next look sees it again. */
    public static List<String> linesWithAny(Collection<String> canaries) {
        return linesWith(canaries, List.copyOf(LINES));
    }

    static List<String> linesWith(Collection<String> canaries, List<String> lines) {
        return lines.stream()
                .filter(line -> canaries.stream().anyMatch(line::contains))
                .toList();
    }

    static List<String> canaries(Collection<SandboxControl.Person> people) {
        var personal = people.stream()
                .flatMap(person -> Stream.concat(
                        person.signInNames().stream(),
                        Stream.of(person.displayName(), person.customerNumber(), person.email())))
                .filter(Objects::nonNull)
                .filter(value -> value.length() > 3);
        return Stream.concat(personal, SECRETS.stream()).distinct().toList();
    }

    @Override
    protected void append(ILoggingEvent event) {
        var trace = event.getThrowableProxy();
        LINES.add(event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage()
                + (trace == null ? "" : "\n" + ThrowableProxyUtil.asString(trace)));
    }

    private static List<String> taken() {
        var taken = new ArrayList<String>();
        for (var line = LINES.poll(); line != null; line = LINES.poll()) {
            taken.add(line);
        }
        return taken;
    }
}
