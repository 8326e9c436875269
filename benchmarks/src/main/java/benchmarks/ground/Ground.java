package benchmarks.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sandbox and portal on free ports of this machine, with data in a folder of their own. */
public final class Ground implements AutoCloseable {

    /** What the demo's settings refer to; the sandbox takes no other. */
    private static final Map<String, String> SANDBOX_SECRETS = Map.of(
            "LATCHKEY_SIGNIN_SECRET", "sandbox-signin-secret",
            "LATCHKEY_EMPLOYEES_SECRET", "sandbox-employees-secret",
            "LATCHKEY_GRAPH_SECRET", "sandbox-portal-secret",
            "LATCHKEY_SYNC_SECRET", "sandbox-sync-secret",
            "LATCHKEY_DATAVERSE_SECRET", "sandbox-dataverse-secret",
            "LATCHKEY_SMS_SECRET", "sandbox-sms-secret",
            "LATCHKEY_VERIFY_SECRET", "sandbox-verify-secret",
            "LATCHKEY_WEBHOOK_KEY", "sandbox-webhook-key");

    /** A scenario's agent does the work of a whole desk, and would reach the limits of one agent at once. */
    private static final List<String> MANY_AGENTS_IN_ONE = List.of("customers", "searches", "reveals").stream()
            .flatMap(what -> List.of(what + "-per-hour", what + "-per-day").stream())
            .map(limit -> "-Dlatchkey.limits." + limit + "=1000000")
            .toList();

    /** Far more than a start takes; a busy machine shall not look like a defect. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final String CUSTOMERS = "--sandbox.customers=";

    private final Path folder;

    private final Path products;

    private final int smtpPort = Ports.free();

    private final int portalPort = Ports.free();

    private final int frontPort = Ports.free();

    private final int sandboxPort = Ports.free();

    private @Nullable JarProcess sandbox;

    private @Nullable JarProcess portal;

    private final int peerPort = Ports.free();

    private final int peersFrontPort = Ports.free();

    private @Nullable JarProcess peer;

    public Ground(Path folder) {
        this(folder, root().resolve("build"));
    }

    /**
     * As the other, with given copies of the products.
     *
     * @param products the folder in which each product's jar was unpacked under its name
     */
    public Ground(Path folder, Path products) {
        this.folder = folder;
        this.products = products;
    }

    /** Starts the sandbox with further arguments and returns the time until it was healthy. */
    public Duration startSandbox(String... further) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=" + sandboxPort,
                "--sandbox.smtp-port=" + smtpPort,
                // what is measured is the portal: a real environment would hold one user to 20 reads a second
                "--sandbox.settings.dataverse.limits=false",
                "--sandbox.settings.webhook-url=http://127.0.0.1:" + portalPort + "/api/v1/sync/dataverse/contoso"));
        arguments.addAll(List.of(further));
        var started = JarProcess.start(
                "sandbox",
                launch("sandbox"),
                flags("sandbox", sandboxHeap(arguments)),
                arguments,
                Map.of(),
                folder.resolve("sandbox.log"));
        sandbox = started;
        return started.awaitHealthy(sandboxPort, LIMIT);
    }

    /** Starts the portal with the demo's settings and returns the time until it was healthy. */
    public Duration startPortal(List<String> jvmFlags, Map<String, String> furtherEnvironment) {
        return startPortal(demoSettings(), jvmFlags, furtherEnvironment);
    }

    /** As the other, with settings of one's own. */
    public Duration startPortal(Path settings, List<String> jvmFlags, Map<String, String> furtherEnvironment) {
        var flags = new ArrayList<>(flags("portal", "256m"));
        flags.addAll(MANY_AGENTS_IN_ONE);
        flags.addAll(jvmFlags);
        var environment = new java.util.HashMap<>(environment());
        environment.putAll(furtherEnvironment);
        var arguments = List.of(
                "serve",
                "--settings",
                settings.toString(),
                "--port",
                Integer.toString(portalPort),
                "--front-port",
                Integer.toString(frontPort));
        var started = JarProcess.start(
                "portal", launch("portal"), flags, arguments, environment, folder.resolve("portal.log"));
        portal = started;
        return started.awaitHealthy(portalPort, LIMIT);
    }

    /** Starts a second node of the portal on the database and keys of the first, which must run. */
    public Duration startPeer(Path settings, List<String> jvmFlags) {
        var flags = new ArrayList<>(flags("portal", "256m"));
        flags.addAll(MANY_AGENTS_IN_ONE);
        flags.addAll(jvmFlags);
        var environment = new java.util.HashMap<>(environment());
        environment.putAll(PortalDatabase.environment(this));
        environment.put("LATCHKEY_PORT", Integer.toString(peerPort));
        environment.put("LATCHKEY_FRONT_PORT", Integer.toString(peersFrontPort));
        var arguments = List.of(
                "serve",
                "--settings",
                settings.toString(),
                "--port",
                Integer.toString(peerPort),
                "--front-port",
                Integer.toString(peersFrontPort));
        var started =
                JarProcess.start("peer", launch("portal"), flags, arguments, environment, folder.resolve("peer.log"));
        peer = started;
        return started.awaitHealthy(peerPort, LIMIT);
    }

    public String peerUrl() {
        return "http://127.0.0.1:" + peerPort;
    }

    /** The demo's settings with further keys of the contact sync, one a line. */
    public static String demoSettings(String sync) {
        try {
            var section = "\n  sync:\n";
            return Files.readString(demoSettings())
                    .replace(section, section + sync.strip().indent(4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path demoSettings() {
        return root().resolve("demo/latchkey.yaml");
    }

    public JarProcess portal() {
        return java.util.Objects.requireNonNull(portal, "the portal was not started");
    }

    public String portalUrl() {
        return "http://127.0.0.1:" + portalPort;
    }

    public String sandboxUrl() {
        return "http://127.0.0.1:" + sandboxPort;
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        if (peer != null) {
            peer.close();
        }
        if (portal != null) {
            portal.close();
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(SANDBOX_SECRETS);
        environment.put("LATCHKEY_PORT", Integer.toString(portalPort));
        environment.put("LATCHKEY_FRONT_PORT", Integer.toString(frontPort));
        environment.put("LATCHKEY_SANDBOX_PORT", Integer.toString(sandboxPort));
        environment.put("LATCHKEY_SMTP_PORT", Integer.toString(smtpPort));
        environment.put("LATCHKEY_DATA", folder.toString());
        // what is measured is told by webhooks; the other net's questions would come in between
        environment.put("LATCHKEY_SYNC_DELTA", "false");
        return environment;
    }

    /** The same flags as the start script's, so that its AOT cache is used. */
    private List<String> flags(String name, String heap) {
        var flags = new ArrayList<>(List.of(
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4", "-Xss512k", "-Dfile.encoding=UTF-8", "-Xmx" + heap));
        if (Runtime.version().feature() >= 25) {
            flags.add("-XX:+UseCompactObjectHeaders");
        }
        if (Runtime.version().feature() >= 25 && Files.exists(product(name, ".aot"))) {
            flags.add("-XX:AOTCache=" + product(name, ".aot"));
        } else if (Files.exists(product(name, ".jsa"))) {
            flags.add("-XX:SharedArchiveFile=" + product(name, ".jsa"));
        }
        return flags;
    }

    /** As the start script gives it: half a megabyte more for each thousand customers. */
    private static String sandboxHeap(List<String> arguments) {
        var customers = arguments.stream()
                .filter(word -> word.startsWith(CUSTOMERS))
                .mapToInt(word -> Integer.parseInt(word.substring(CUSTOMERS.length())))
                .findFirst()
                .orElse(5_000);
        return 512 + customers / 2_000 + "m";
    }

    /** How to launch it: as the start script does, or the jar of this build with what was unpacked beside it. */
    private List<String> launch(String name) {
        var file = products.resolve(name).resolve("launch");
        return Files.exists(file)
                ? List.of("@" + file)
                : List.of("-jar", product(name, ".jar").toString());
    }

    private Path product(String name, String ending) {
        return products.resolve(name).resolve(name + ending);
    }

    /** The folder, made or emptied. */
    public static Path emptied(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The repository's folder: the working folder, or the one above it in a module's tests. */
    public static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("latchkey")) && Files.exists(here.resolve("portal"))
                ? here
                : java.util.Objects.requireNonNull(here.getParent());
    }
}
