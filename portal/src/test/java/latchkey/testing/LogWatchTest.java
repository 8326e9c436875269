package latchkey.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The watch over the log is awake. */
@Asvs("16.2.5")
class LogWatchTest {

    private static final SandboxControl.Person JAN = new SandboxControl.Person(
            "jan", "", null, null, "Jan Watched", List.of("watched@example.com"), "C-4711-W", "watched@example.org");

    @Test
    void aNameAnAddressASecretAndATokenAreFound() {
        for (var line : List.of(
                "could not open Jan Watched",
                "to watched@example.org",
                "C-4711-W",
                "sandbox-sync-secret",
                "eyJhbGciOi")) {
            LoggerFactory.getLogger("latchkey.test").info("Something {}", line);

            assertThatThrownBy(() -> LogWatch.expectNothingPersonal(List.of(JAN)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(line);
        }
    }

    @Test
    void aValueInAnErrorsOwnWordsIsFound() {
        LoggerFactory.getLogger("latchkey.test")
                .warn("Not sent", new IllegalStateException("no such mailbox: watched@example.com"));

        assertThatThrownBy(() -> LogWatch.expectNothingPersonal(List.of(JAN))).isInstanceOf(AssertionError.class);
    }

    @Test
    void whatIsNotPersonalPasses() {
        LoggerFactory.getLogger("latchkey.test").info("Contact {} is parked", "c0ffee00-0000-4000-8000-000000000001");

        assertThatCode(() -> LogWatch.expectNothingPersonal(List.of(JAN))).doesNotThrowAnyException();
        assertThat(LogWatch.canaries(List.of(JAN))).contains("Jan Watched", "watched@example.com");
    }
}
