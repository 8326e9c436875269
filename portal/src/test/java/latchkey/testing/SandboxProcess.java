package latchkey.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The sandbox as a process of its own on a random port: started once per JVM, stopped with it. */
public final class SandboxProcess {

    private static final Duration START_LIMIT = Duration.ofSeconds(240);

    private static final class Shared {
        private static final SandboxProcess SANDBOX = start();
    }

    private final URI url;
    private final SandboxControl control;

    private SandboxProcess(URI url) {
        this.url = url;
        this.control = new SandboxControl(url);
    }

    /** The one sandbox of this JVM, started on first use. */
    public static SandboxProcess shared() {
        return Shared.SANDBOX;
    }

    /** The shared sandbox back in its seed state, with journal, faults and mailbox empty. */
    public static SandboxProcess fresh() {
        shared().control().reset();
        return shared();
    }

    /** Where Graph, the token endpoint, employee sign-in and Dataverse answer, without a slash at the end. */
    public String url() {
        return url.toString();
    }

    public int port() {
        return url.getPort();
    }

    public SandboxControl control() {
        return control;
    }

    // A sandbox that runs already saves its start while one works on a test: -Dsandbox.url=http://127.0.0.1:8090
    private static SandboxProcess start() {
        var running = System.getProperty("sandbox.url");
        return running == null ? startJar() : new SandboxProcess(URI.create(running));
    }

    // One more try, because a single bad start would fail every test after it in this JVM.
    private static SandboxProcess startJar() {
        var jar = jar();
        try {
            return startJar(jar);
        } catch (IllegalStateException | AssertionError first) {
            try {
                return startJar(jar);
            } catch (IllegalStateException | AssertionError second) {
                second.addSuppressed(first);
                throw second;
            }
        }
    }

    private static SandboxProcess startJar(Path jar) {
        var port = freePort();
        var log = log(port);
        var process = launch(jar, port, log);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var sandbox = new SandboxProcess(URI.create("http://127.0.0.1:" + port));
        sandbox.awaitHealth(process, log);
        return sandbox;
    }

    private static Path jar() {
        var jar = Path.of(System.getProperty("sandbox.jar", "../sandbox/target/sandbox.jar"))
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("There is no sandbox at " + jar
                    + ": build it with `mvn -pl sandbox -DskipTests package`, or name one with -Dsandbox.jar=FILE");
        }
        return jar;
    }

    private static Process launch(Path jar, int port, Path log) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--sandbox.smtp-port=0",
                "--sandbox.customers=400",
                // all tests of a run share one application user's budget of five minutes
                "--sandbox.settings.dataverse.limits=false",
                "--sandbox.past-sign-ins=false",
                "--sandbox.check-answers=true");
        try {
            return command.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitHealth(Process process, Path log) {
        try {
            Eventually.within(START_LIMIT, "the sandbox is healthy", () -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("The sandbox stopped with " + process.exitValue());
                }
                return control.isHealthy();
            });
        } catch (IllegalStateException | AssertionError e) {
            process.destroyForcibly();
            throw new IllegalStateException(e.getMessage() + ". The end of its log " + log + ":\n" + endOf(log), e);
        }
    }

    private static String endOf(Path log) {
        try {
            var text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - 3_000));
        } catch (IOException e) {
            return "(not readable: " + e + ")";
        }
    }

    private static Path log(int port) {
        try {
            var folder = Files.createDirectories(Path.of("target"));
            return folder.resolve("sandbox-" + port + ".log").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A loopback port that is free, below 32768 where Linux and macOS pick no port for outgoing connections: it is still
     * free when its server has come up.
     */
    public static int freePort() {
        for (var attempt = 0; attempt < 100; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(15_000, 32_000);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port between 15000 and 32000 was found in 100 attempts");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
