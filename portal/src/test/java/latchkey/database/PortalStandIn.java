package latchkey.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import latchkey.testing.Eventually;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that holds an embedded database as the portal does, to be killed. */
final class PortalStandIn {

    private PortalStandIn() {}

    static Process start(Path folder) throws IOException {
        var ready = folder.resolve("ready");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PortalStandIn.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        Eventually.within(java.time.Duration.ofSeconds(90), "the stand-in is ready", () -> Files.exists(ready));
        return process;
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var embedded = EmbeddedDatabase.start(folder, EmbeddedServers.binaries());
        JdbcClient.create(embedded.owner().connections())
                .sql("create table kept as select 42 as answer")
                .update();
        Files.createFile(folder.resolve("ready"));
        new java.util.concurrent.CountDownLatch(1).await();
    }
}
