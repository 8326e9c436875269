package latchkey.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import latchkey.testing.Asvs;
import org.junit.jupiter.api.Test;

/** What names a session cannot be guessed. */
class SessionIdsTest {

    @Test
    @Asvs("7.2.3")
    void aMillionIdsAreDifferentAndOfTheirFullLength() {
        var ids = new HashSet<String>(2_000_000);
        for (var count = 0; count < 1_000_000; count++) {
            ids.add(SessionKeeping.sessionId());
        }
        assertThat(ids).hasSize(1_000_000).allMatch(id -> id.matches("[A-Za-z0-9_-]{36}"));
    }
}
