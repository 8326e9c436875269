package latchkey.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import latchkey.directory.CustomerQuery.BySignInName;
import latchkey.directory.graph.Reached;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract, kept by the Graph adapter over the sandbox's tenant of the kind External ID. */
class GraphOverExternalIdSandboxTest extends DirectoryContract {

    private static final String TENANT = "c1a00000-0000-4000-8000-000000000003";

    private final Directory directory =
            Reached.ofExternalId(SandboxProcess.shared().url());

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
        return person("jan-ordinary");
    }

    @Test
    void itKnowsItsKind() {
        assertThat(directory.kind()).isEqualTo(DirectoryKind.EXTERNAL_ID);
    }

    @Test
    void whoSignsInWithMailedCodesIsFoundByTheAddress() {
        var query = new BySignInName(SignInName.Kind.EMAIL, "otto.reinholt@example.com");

        assertThat(directory.customers().matching(query, 10))
                .singleElement()
                .satisfies(otto -> assertThat(otto.id()).isEqualTo(person("otto-one-time-code")))
                .satisfies(otto -> assertThat(otto.signInNames())
                        .extracting(SignInName::kind)
                        .containsExactlyInAnyOrder(SignInName.Kind.EMAIL_CODE, SignInName.Kind.GENERATED));
    }

    private static CustomerId person(String key) {
        var person = SandboxProcess.shared().control().person(key, TENANT);
        return new CustomerId(Reached.CONTOSO, Objects.requireNonNull(person.userId()));
    }
}
