package benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import benchmarks.ground.Ground;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script refuses in one clear sentence, with an exit code, and leaves nothing half-started. */
class StartScriptTest {

    private record Ending(int code, String said) {}

    @Test
    void aloneItListsItsCommands() throws Exception {
        var ending = latchkey(Map.of());
        assertThat(ending.code()).isZero();
        assertThat(ending.said()).contains("demo", "test", "serve", "sandbox", "audit verify", "bench", "prove");
    }

    @Test
    void anUnknownCommandIsRefusedByName() throws Exception {
        var ending = latchkey(Map.of(), "dance");
        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.said()).contains("there is no command \"dance\"");
    }

    @Test
    void anUnknownWordOfTheDemoIsRefusedByName() throws Exception {
        var ending = latchkey(Map.of(), "demo", "--frehs");
        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.said()).contains("demo does not know \"--frehs\"");
    }

    @Test
    void aPortThatIsNoNumberIsRefused() throws Exception {
        var ending = latchkey(Map.of(), "demo", "--port", "eighty");
        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.said()).contains("\"eighty\" is no port number");
    }

    @Test
    void aNumberOfCustomersThatIsNoneIsRefused() throws Exception {
        var ending = latchkey(Map.of(), "sandbox", "--customers", "many");
        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.said()).contains("\"many\" is no number of customers");
    }

    @Test
    void withoutASuitableJdkItSaysWhichOneItNeeds(@TempDir Path empty) throws Exception {
        var ending = latchkey(Map.of("LATCHKEY_JDK", empty.toString()), "demo");
        assertThat(ending.code()).isEqualTo(3);
        assertThat(ending.said()).contains("no JDK of version 21");
    }

    @Test
    void aTakenPortIsNamedWithTheWayOut(@TempDir Path data) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ending = latchkey(
                    Map.of("LATCHKEY_DATA", data.resolve("demo").toString()),
                    "demo",
                    "--port",
                    Integer.toString(taken.getLocalPort()));
            assertThat(ending.code()).isEqualTo(4);
            assertThat(ending.said()).contains("port " + taken.getLocalPort(), "is taken", "--port");
            assertThat(data.resolve("demo")).doesNotExist();
        }
    }

    @Test
    void aDataFolderThatCannotBeMadeIsNamed(@TempDir Path folder) throws Exception {
        var file = Files.createFile(folder.resolve("in-the-way"));
        var ports = new ArrayList<String>(List.of("demo"));
        for (var name : List.of("--port", "--front-port", "--sandbox-port", "--smtp-port")) {
            ports.addAll(List.of(name, Integer.toString(benchmarks.ground.Ports.free())));
        }
        var ending = latchkey(Map.of("LATCHKEY_DATA", file.resolve("demo").toString()), ports.toArray(String[]::new));
        assertThat(ending.code()).isEqualTo(5);
        assertThat(ending.said()).contains("cannot be made");
    }

    private static Ending latchkey(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Ground.root().resolve("latchkey").toString());
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ending(process.exitValue(), said);
    }
}
