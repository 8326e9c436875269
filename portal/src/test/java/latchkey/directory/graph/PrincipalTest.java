package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalTest {

    @Test
    void theTokenSaysWhichServicePrincipalItWasGivenTo() {
        assertThat(Principal.of("e30." + part("{\"oid\":\"sp-1\"}") + ".x")).contains("sp-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "a.b.c", "a.!!.c", "e30.e30.x"})
    void aTokenThatSaysNothingIsNoTrouble(String token) {
        assertThat(Principal.of(token)).isEmpty();
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
