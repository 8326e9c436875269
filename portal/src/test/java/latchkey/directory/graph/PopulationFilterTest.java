package latchkey.directory.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerQuery;
import latchkey.directory.Directory;
import latchkey.directory.Population;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The two forms of a population: what the directory leaves out and what we leave out are the same customers. */
class PopulationFilterTest {

    private static final List<String> NAMES =
            List.of("Brand", "country", "preferredLanguage", "city", "NewsletterOptIn", "LoyaltyPoints", "otherMails");
    private static final int ROUNDS = 60;

    private static Directory directory;

    @BeforeAll
    static void reach() {
        directory = Reached.forAgents(SandboxProcess.shared().url());
    }

    @BeforeEach
    void seedAgain() {
        SandboxProcess.fresh();
    }

    @Test
    void onRandomPopulationsTheDirectorysAnswerIsThePredicates() {
        var random = new Random(20_260_801);
        var people = everybody();
        assertThat(people).hasSizeGreaterThan(100);
        for (int round = 0; round < ROUNDS; round++) {
            var population = population(random, people);
            var prefix = prefix(random, people);
            var expected = people.stream()
                    .filter(customer -> isNamed(customer, prefix) && population.includes(customer))
                    .map(Customer::id)
                    .toList();
            var found = directory.customers().matching(new CustomerQuery.ByNamePrefix(prefix), population, 100);
            assertThat(ids(found.customers()))
                    .as("round %d: %s of %s", round, prefix, population)
                    .hasSize(Math.min(100, expected.size()))
                    .isSubsetOf(expected);
            assertThat(found.more()).isEqualTo(expected.size() > 100);
        }
    }

    @Test
    void whatTheDirectoryCanFilterByCostsOneCallForAFewCustomers() {
        var control = SandboxProcess.shared().control();
        matching(Map.of(key("Brand"), Set.of("Fabrikam")), 3);
        control.clearJournal();
        matching(Map.of(key("Brand"), Set.of("Fabrikam"), key("country"), Set.of("DE", "O'Land")), 3);
        var calls = control.journal("graph");
        assertThat(calls).hasSize(1);
        assertThat(String.valueOf(calls.getFirst().query()))
                .contains("Fabrikam")
                .contains("O''Land");
    }

    @Test
    void whatItCannotFilterByIsReadInPagesUntilEnoughAreFound() {
        var control = SandboxProcess.shared().control();
        var anybody = directory
                .customers()
                .matching(new CustomerQuery.ByNamePrefix("a"), 1)
                .getFirst();
        var language = anybody.attribute(key("preferredLanguage")).orElseThrow().asText();
        var speakers = Map.of(key("preferredLanguage"), Set.of(language));
        control.clearJournal();
        assertThat(matching(speakers, 3)).isNotEmpty();
        assertThat(control.journal("graph"))
                .hasSize(1)
                .allMatch(call -> String.valueOf(call.query()).contains("999"));
    }

    @Test
    void moreValuesThanAFilterHoldsLoseNobody() {
        var many = new HashSet<>(Set.of("Fabrikam"));
        IntStream.range(0, 40).forEach(number -> many.add("Brand " + number));

        assertThat(matching(Map.of(key("Brand"), many), 5))
                .isEqualTo(matching(Map.of(key("Brand"), Set.of("Fabrikam")), 5))
                .isNotEmpty();
    }

    @Test
    void nobodyIsAskedForByNobody() {
        var control = SandboxProcess.shared().control();
        directory.attributes();
        control.clearJournal();

        assertThat(directory
                        .customers()
                        .matching(new CustomerQuery.ByNamePrefix("a"), Population.NOBODY, 10)
                        .customers())
                .isEmpty();
        assertThat(control.journal("graph")).isEmpty();
    }

    private static List<CustomerId> matching(Map<AttributeKey, Set<String>> values, int limit) {
        var population = Population.of(List.of(new Population.Part(values)));
        return ids(directory
                .customers()
                .matching(new CustomerQuery.ByNamePrefix("a"), population, limit)
                .customers());
    }

    private static Population population(Random random, List<Customer> people) {
        return Population.of(IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(part -> part(random, people))
                .toList());
    }

    private static Population.Part part(Random random, List<Customer> people) {
        var values = new HashMap<AttributeKey, Set<String>>();
        for (int attribute = 0; attribute <= random.nextInt(3); attribute++) {
            var key = key(NAMES.get(random.nextInt(NAMES.size())));
            values.put(key, some(random, key, people));
        }
        return new Population.Part(values);
    }

    private static Set<String> some(Random random, AttributeKey key, List<Customer> people) {
        var some = new HashSet<String>(Set.of("nobody's"));
        for (int draw = 0; draw <= random.nextInt(3); draw++) {
            people.get(random.nextInt(people.size()))
                    .attribute(key)
                    .map(PopulationFilterTest::text)
                    .ifPresent(some::add);
        }
        return some;
    }

    private static String text(AttributeValue value) {
        return value instanceof AttributeValue.Texts several ? several.texts().getFirst() : value.asText();
    }

    private static String prefix(Random random, List<Customer> people) {
        var name = people.get(random.nextInt(people.size())).displayName();
        return name.substring(0, 1 + random.nextInt(2));
    }

    private static boolean isNamed(Customer customer, String prefix) {
        var folded = prefix.toLowerCase(Locale.ROOT);
        return Stream.of(AttributeKey.DISPLAY_NAME, AttributeKey.GIVEN_NAME, AttributeKey.SURNAME, AttributeKey.MAIL)
                .flatMap(key -> customer.attribute(key).stream())
                .anyMatch(value -> value.asText().toLowerCase(Locale.ROOT).startsWith(folded));
    }

    /** Everybody in the directory, asked for without any filter and beside the adapter. */
    private static List<Customer> everybody() {
        var form = "grant_type=client_credentials&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default"
                + "&client_id=a0000000-0000-4000-8000-000000000001&client_secret=sandbox-portal-secret";
        var token = answer(HttpRequest.newBuilder(at("/" + Reached.TENANT + "/oauth2/v2.0/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("access_token")
                .asString();
        return answer(HttpRequest.newBuilder(at("/v1.0/users?$select=id&$top=999"))
                        .header("Authorization", "Bearer " + token))
                .path("value")
                .valueStream()
                .map(user -> CustomerId.of("contoso", user.path("id").asString()))
                .flatMap(id -> directory.customers().byId(id).stream())
                .toList();
    }

    private static URI at(String path) {
        return URI.create(SandboxProcess.shared().url() + path);
    }

    private static JsonNode answer(HttpRequest.Builder request) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return Json.MAPPER.readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AttributeKey key(String name) {
        return directory.attribute(name).orElseThrow().key();
    }

    private static List<CustomerId> ids(List<Customer> customers) {
        return customers.stream().map(Customer::id).toList();
    }
}
