package latchkey.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import latchkey.Latchkey;
import latchkey.database.Database;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole portal in this JVM, on random ports, against the shared sandbox and a database of its own. */
public final class PortalProcess implements AutoCloseable {

    private static final class Shared {
        private static final PortalProcess PORTAL = stoppedWithTheJvm(start(Map.of()));
    }

    private final SandboxProcess sandbox;

    private final TestDatabase database;

    private final ConfigurableApplicationContext context;

    private final URI url;

    private final URI frontUrl;

    private PortalProcess(
            SandboxProcess sandbox,
            TestDatabase database,
            ConfigurableApplicationContext context,
            int port,
            int frontPort) {
        this.sandbox = sandbox;
        this.database = database;
        this.context = context;
        this.url = local(port);
        this.frontUrl = local(frontPort);
    }

    /** The portal with the demo's settings that the tests of this JVM share. */
    public static PortalProcess shared() {
        return Shared.PORTAL;
    }

    /** A portal of one's own with some settings changed; close it in the end. */
    public static PortalProcess start(Map<String, String> settings) {
        return start(settings, TestDatabase.fresh());
    }

    /** A portal of one's own that goes by this clock. */
    public static PortalProcess start(Map<String, String> settings, Clock clock) {
        return start(settings, TestDatabase.fresh(), fresh -> fresh.registerBean("clock", Clock.class, () -> clock));
    }

    /** As {@link #start(Map)} on a given database, such as that of a portal that was closed. */
    public static PortalProcess start(Map<String, String> settings, TestDatabase database) {
        return start(settings, database, fresh -> {});
    }

    private static PortalProcess start(
            Map<String, String> settings, TestDatabase database, Consumer<GenericApplicationContext> more) {
        var sandbox = SandboxProcess.shared();
        var port = SandboxProcess.freePort();
        var frontPort = SandboxProcess.freePort();
        var all = new LinkedHashMap<>(DemoSettings.forTests(sandbox, port, frontPort));
        all.putAll(settings);
        var context = new SpringApplicationBuilder(Latchkey.class)
                .initializers(fresh -> more.accept((GenericApplicationContext) fresh))
                .initializers(fresh -> ((GenericApplicationContext) fresh)
                        .registerBean("database", Database.class, database::database, definition -> {
                            definition.setDestroyMethodName("");
                        }))
                .run(all.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
        var portal = new PortalProcess(sandbox, database, context, port, frontPort);
        WritesInTheTrail.of(portal);
        return portal;
    }

    public URI url() {
        return url;
    }

    /** Where the customers' pages are. */
    public URI frontUrl() {
        return frontUrl;
    }

    public SandboxProcess sandbox() {
        return sandbox;
    }

    public TestDatabase database() {
        return database;
    }

    /** From now on the sandbox's Dataverse tells this portal about changed contacts. */
    public PortalProcess hearingWebhooks() {
        sandbox.control().settings(Map.of("webhookUrl", url + "/api/v1/sync/dataverse/contoso"));
        return this;
    }

    /** Which of these entries announce something in its trail, and when they did; nothing is known of a clock of a test's own. */
    Map<UUID, Instant> announced(Set<UUID> ids) {
        var found = new HashMap<UUID, Instant>();
        var onTime = bean(Clock.class).equals(Clock.systemUTC());
        database.jdbc()
                .sql("select id, at from audit_entries where kind = 'announced' and id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    found.put(
                            row.getObject("id", UUID.class),
                            onTime ? row.getTimestamp("at").toInstant() : Instant.MIN);
                });
        return found;
    }

    /** A part of the portal, for tests that look behind the pages. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** As {@link #bean(Class)}, where several have that type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Somebody with a browser who has not signed in. */
    public Visitor stranger() {
        return Visitor.withBrowser(url);
    }

    /** Somebody who has not signed in and follows no redirect. */
    public Visitor strangerStayingHere() {
        return Visitor.stayingHere(url);
    }

    /** A customer with a browser. */
    public Visitor customer() {
        return Visitor.withBrowser(frontUrl);
    }

    /** An employee who went through the sign-in of the sandbox, such as {@code kim}. */
    public Visitor signedIn(String employee) {
        var visitor = stranger();
        var arrived = signIn(visitor, employee);
        if (arrived.status() >= 400 && arrived.status() != 404) {
            throw new AssertionError(employee + " could not sign in: " + arrived.status() + " "
                    + arrived.document().text());
        }
        return visitor;
    }

    /** Goes through the sign-in and returns where it ends. */
    public Answer signIn(Visitor visitor, String employee) {
        var picker = visitor.get("/me");
        return visitor.submit(picker, "form:has([name=employee])", Map.of("employee", employee));
    }

    /** A program with the token of an employee. */
    public Visitor bearer(String employee) {
        return Visitor.withToken(url, sandbox.control().employeeToken(employee));
    }

    /** A program with any token. */
    public Visitor withToken(String token) {
        return Visitor.withToken(url, token);
    }

    @Override
    public void close() {
        WritesInTheTrail.endOf(this);
        context.close();
    }

    private static PortalProcess stoppedWithTheJvm(PortalProcess portal) {
        Runtime.getRuntime().addShutdownHook(new Thread(portal.context::close));
        return portal;
    }

    static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A file that holds a secret, as the settings refer to one. */
    public static String secretFile(String value) {
        try {
            var file = Files.createTempFile("latchkey-secret", "");
            file.toFile().deleteOnExit();
            return "file:" + Files.writeString(file, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
