package latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {

    @Test
    void membersAreSortedByUtf16CodeUnitsAsRfc8785Section323Shows() {
        var object = Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.of(object))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void escapesAreTheShortestOnes() {
        assertThat(CanonicalJson.of(Map.of("a", "\u20ac$\u000f\nA'B\"\\\\\"/")))
                .isEqualTo("{\"a\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void halfASurrogatePairBecomesTheReplacementCharacter() {
        assertThat(CanonicalJson.of(Map.of("a", "x\ud83dy\ude00"))).isEqualTo("{\"a\":\"x\ufffdy\ufffd\"}");
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBackTheSame(@ForAll Map<String, List<String>> object) {
        var written = CanonicalJson.of(object);

        assertThat(CanonicalJson.of(new JsonMapper().readValue(written, new TypeReference<Map<String, Object>>() {})))
                .isEqualTo(written);
    }
}
