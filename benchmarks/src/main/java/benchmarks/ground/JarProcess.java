package benchmarks.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One of the two products as a process of its own, so that it can be measured and killed. */
public final class JarProcess implements AutoCloseable {

    private static final byte[] HEALTH = "GET /actuator/health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8);

    private final String name;

    private final Process process;

    private final Path log;

    private final long startedNanos = System.nanoTime();

    private JarProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a product with the JVM this program runs on.
     *
     * @param launch what to launch, in the words of the java command
     * @param log what the process prints is appended here
     */
    public static JarProcess start(
            String name,
            List<String> launch,
            List<String> jvmFlags,
            List<String> arguments,
            Map<String, String> environment,
            Path log) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.addAll(launch);
        command.addAll(arguments);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return new JarProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits until the process says it is healthy.
     *
     * @return the time from its start
     * @throws IllegalStateException when it ends first or the limit passes
     */
    public Duration awaitHealthy(int port, Duration limit) {
        while (!healthy(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(name + " ended while starting, see " + log);
            }
            if (since().compareTo(limit) > 0) {
                throw new IllegalStateException(name + " is not healthy after " + limit + ", see " + log);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return since();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** Resident memory in MiB, as the kernel counts it (Linux only). */
    public long residentMebibytes() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: no shutdown hook runs. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(30));
    }

    /** SIGTERM, and SIGKILL when it does not end. */
    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd(Duration.ofSeconds(30))) {
            kill();
        }
    }

    private boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Duration since() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** By a plain socket: a client with threads of its own would take the processor from the start that it measures. */
    private static boolean healthy(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(HEALTH);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("\"UP\"");
        } catch (IOException e) {
            return false;
        }
    }
}
