package latchkey.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

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

    private static SandboxProcess startJar() {
        var jar = jar();
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
        Eventually.within(START_LIMIT, "the sandbox is healthy; its log is " + log, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The sandbox stopped with " + process.exitValue() + "; see " + log);
            }
            return control.isHealthy();
        });
    }

    private static Path log(int port) {
        try {
            var folder = Files.createDirectories(Path.of("target"));
            return folder.resolve("sandbox-" + port + ".log").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that was free a moment ago, on the loopback address. */
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
