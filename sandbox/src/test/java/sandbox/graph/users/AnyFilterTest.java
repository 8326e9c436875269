package sandbox.graph.users;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;

/** Whatever is written into a filter: it never breaks the server, and a quoted value is a value. */
class AnyFilterTest {

    private static final String JAN = "/users/" + Customers.JAN;

    private final GraphClient portal = GraphClient.portal();

    @Property(tries = 300)
    void noExpressionBreaksTheServer(@ForAll("expressions") String expression) {
        var answer = portal.filter(expression);

        assertThat(answer.status()).as(expression).isIn(200, 400, 403);
    }

    @Property(tries = 100)
    void aQuotedValueFindsExactlyTheCustomerWhoHasIt(@ForAll("values") String value) {
        var json = value.replace("\\", "\\\\").replace("\"", "\\\"");
        var written = portal.patch(JAN, "{\"" + Customers.NUMBER + "\":\"" + json + "\"}");
        assertThat(written.status()).as(value).isEqualTo(204);

        var found = portal.filter(Customers.NUMBER + " eq '" + value.replace("'", "''") + "'");

        assertThat(found.all("id")).as(value).containsExactly(Customers.JAN);
    }

    @Property(tries = 100)
    void noKeyInThePathBreaksTheServer(@ForAll("values") String key) {
        var answer = StartedSandbox.send(
                "GET", "/v1.0/users/" + StartedSandbox.escaped(key), null, "Authorization", "Bearer " + portal.token());

        assertThat(answer.status()).as(key).isBetween(400, 405);
    }

    @Property(tries = 100)
    void noBodyBreaksTheServer(@ForAll("bodies") String body) {
        assertThat(portal.patch(JAN, body).status()).as(body).isIn(204, 400);
    }

    @Provide
    Arbitrary<String> expressions() {
        var pieces = Arbitraries.of(
                "displayName",
                "mail",
                "identities/any(",
                "otherMails/any(o:",
                "o",
                "c:c/issuer",
                " eq ",
                " ne ",
                " in ",
                " and ",
                " or ",
                "not ",
                "startsWith(",
                "endsWith(",
                "(",
                ")",
                ",",
                ":",
                "/",
                "'x'",
                "'o''neil'",
                "'",
                "5",
                "-",
                "2026-01-01T00:00:00Z",
                "2026-99-99",
                "null",
                "true",
                "createdDateTime",
                "accountEnabled",
                Customers.NUMBER,
                "%",
                "&",
                "#",
                "\u0000",
                "ليلى");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(parts -> String.join("", parts)),
                Arbitraries.strings().ofMaxLength(60));
    }

    @Provide
    Arbitrary<String> values() {
        var awkward = Arbitraries.of(
                "x' or 1 eq 1", "a)(b", "100%", "R&B", "a+b", "#1", "it''s", "'", "or 1 eq 1", "$count", "a b");
        var printable = Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars(' ', 'é', 'ß', 'ż', '名', 'ل')
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(text -> text.strip().equals(text) && !text.contains("/") && !text.contains("\\"));
        return Arbitraries.oneOf(awkward, printable);
    }

    @Provide
    Arbitrary<String> bodies() {
        var values =
                Arbitraries.of("null", "5", "\"x\"", "[]", "{}", "[null]", "true", "{\"password\":[]}", "1e400", "");
        var names =
                Arbitraries.of("city", "identities", "passwordProfile", "otherMails", Customers.NUMBER, "", "@odata.x");
        return Arbitraries.oneOf(
                names.flatMap(name -> values.map(value -> "{\"" + name + "\":" + value + "}")),
                Arbitraries.strings().ofMaxLength(40));
    }
}
