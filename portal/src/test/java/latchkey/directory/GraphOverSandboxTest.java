package latchkey.directory;

import latchkey.directory.graph.Reached;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.BeforeEach;

/** The contract, kept by the Graph adapter over the sandbox. */
class GraphOverSandboxTest extends DirectoryContract {

    private final Directory directory =
            Reached.forAgents(SandboxProcess.shared().url());

    @BeforeEach
    void seedAgain() {
        SandboxProcess.fresh();
    }

    @Override
    Directory directory() {
        return directory;
    }

    @Override
    Scan scan() {
        return Reached.inPagesOf(50, directory);
    }

    @Override
    CustomerId customer() {
        return new CustomerId(Reached.CONTOSO, janNovak());
    }

    private static java.util.UUID janNovak() {
        var jan = SandboxProcess.shared().control().person("jan-ordinary").userId();
        return java.util.Objects.requireNonNull(jan);
    }
}
