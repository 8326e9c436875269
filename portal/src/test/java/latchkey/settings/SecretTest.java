package latchkey.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import latchkey.testing.Asvs;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    @Asvs("16.2.5")
    void printsNothingOfItself() {
        var secret = Secret.of("hunter2");

        assertThat("%s %s %s".formatted(secret, List.of(secret), Map.of("password", secret)))
                .contains("(secret)")
                .doesNotContain("hunter2");
    }
}
