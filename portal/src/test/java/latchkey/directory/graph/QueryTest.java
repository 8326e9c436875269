package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import latchkey.testing.Asvs;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** No value can leave its literal, and none is bent on its way (facts §3). */
class QueryTest {

    @Test
    void aQuoteIsDoubled() {
        assertThat(Query.literal("o'neil")).isEqualTo("'o''neil'");
    }

    @Test
    void charactersOfAddressesAreEncoded() {
        assertThat(Query.select(List.of("id", "mail"))
                        .filter("mail eq " + Query.literal("a+b#c&d@example.com"))
                        .top(5)
                        .on("users"))
                .isEqualTo("users?$select=id,mail&$filter=mail%20eq%20'a%2Bb%23c%26d%40example.com'&$top=5");
    }

    @Property
    @Asvs("1.2.4")
    void whatArrivesIsOneLiteralWithExactlyTheValue(@ForAll String value) {
        var address = URI.create("http://127.0.0.1/v1.0/"
                + Query.select(List.of("id"))
                        .filter("mail eq " + Query.literal(value))
                        .on("users"));

        var options = address.getRawQuery().split("&", -1);
        assertThat(options).hasSize(2);
        var filter = URLDecoder.decode(options[1].substring("$filter=".length()), StandardCharsets.UTF_8);
        assertThat(literals(filter)).containsExactly(asSent(value));
    }

    // A lone half of a surrogate pair is no character and cannot be sent as one.
    private static String asSent(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static List<String> literals(String filter) {
        var found = new java.util.ArrayList<String>();
        for (var at = filter.indexOf('\''); at >= 0; at = filter.indexOf('\'', at + 1)) {
            var text = new StringBuilder();
            for (at++; at < filter.length(); at++) {
                if (filter.charAt(at) == '\'') {
                    if (at + 1 == filter.length() || filter.charAt(at + 1) != '\'') {
                        break;
                    }
                    at++;
                }
                text.append(filter.charAt(at));
            }
            found.add(text.toString());
        }
        return found;
    }
}
