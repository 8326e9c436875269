package sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.Answer;
import sandbox.Customers;
import sandbox.GraphClient;
import sandbox.StartedSandbox;
import tools.jackson.databind.JsonNode;

/** Several requests in one: facts §9. */
class BatchTest {

    private static final String READ = "{\"id\":\"%s\",\"method\":\"GET\",\"url\":\"/users/%s?$select=id,jobTitle\"}";

    private static final String NAME = """
            {"id":"%s","method":"PATCH","url":"/users/%s","headers":{"Content-Type":"application/json"},\
            "body":{"jobTitle":"%s"}%s}""";

    private GraphClient portal;

    @BeforeEach
    void reset() {
        StartedSandbox.reset();
        portal = GraphClient.portal();
    }

    @Test
    void eachItemHasItsOwnAnswerUnderItsOwnId() {
        var answer = batch(
                READ.formatted("one", Customers.JAN), READ.formatted("two", "00000000-0000-0000-0000-000000000000"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(item(answer, "one").path("status").asInt()).isEqualTo(200);
        assertThat(item(answer, "one").path("body").path("id").asString()).isEqualTo(Customers.JAN);
        assertThat(item(answer, "one")
                        .path("headers")
                        .path("x-ms-resource-unit")
                        .asString())
                .isEqualTo("1");
        assertThat(item(answer, "two").path("status").asInt()).isEqualTo(404);
        assertThat(item(answer, "two").path("body").path("error").path("code").asString())
                .isEqualTo("Request_ResourceNotFound");
    }

    @Test
    void anItemWithoutContentHasNoBody() {
        var answer = batch(NAME.formatted("1", Customers.JAN, "Tester", ""));

        assertThat(item(answer, "1").path("status").asInt()).isEqualTo(204);
        assertThat(item(answer, "1").has("body")).isFalse();
        assertThat(jobTitle()).isEqualTo("Tester");
    }

    @Test
    void aChainRunsInItsOrder() {
        var answer = batch(
                NAME.formatted("1", Customers.JAN, "First", ""),
                NAME.formatted("2", Customers.JAN, "Second", ",\"dependsOn\":[\"1\"]"),
                NAME.formatted("3", Customers.JAN, "Third", ",\"dependsOn\":[\"2\"]"));

        assertThat(answer.json().path("responses"))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.path("status").asInt()).isEqualTo(204));
        assertThat(jobTitle()).isEqualTo("Third");
    }

    @Test
    void whatDependsOnAFailureIsNotTried() {
        var answer = batch(
                READ.formatted("1", "00000000-0000-0000-0000-000000000000"),
                NAME.formatted("2", Customers.JAN, "Never", ",\"dependsOn\":[\"1\"]"));

        assertThat(item(answer, "2").path("status").asInt()).isEqualTo(424);
        assertThat(item(answer, "2").path("body").path("error").path("code").asString())
                .isEqualTo("FailedDependency");
        assertThat(jobTitle()).isNotEqualTo("Never");
    }

    @Test
    void anItemIsThrottledAloneWhileTheBatchIsAnswered() {
        StartedSandbox.control(
                "POST",
                "/faults",
                "{\"kind\":\"graph\",\"method\":\"PATCH\",\"action\":\"status\",\"status\":429,\"retryAfter\":\"10\",\"count\":1}");

        var answer = batch(NAME.formatted("1", Customers.JAN, "Never", ""), READ.formatted("2", Customers.JAN));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(item(answer, "1").path("status").asInt()).isEqualTo(429);
        assertThat(item(answer, "1").path("headers").path("Retry-After").asString())
                .isEqualTo("10");
        assertThat(item(answer, "1").path("body").path("error").path("code").asString())
                .isEqualTo("TooManyRequests");
        assertThat(item(answer, "2").path("status").asInt()).isEqualTo(200);
    }

    @Test
    void anAddressInAFilterIsNoForeignAddress() {
        var answer = batch("{\"id\":\"1\",\"method\":\"GET\",\"url\":\"users?$filter=mail eq 'http://x'\"}");

        assertThat(item(answer, "1").path("status").asInt()).isEqualTo(200);
    }

    @Test
    void twentyItemsAreTheMost() {
        assertThat(batch(reads(20)).json().path("responses")).hasSize(20);

        assertRefused(batch(reads(21)));
    }

    @Test
    void idsDifferWithoutRegardToCase() {
        assertRefused(batch(READ.formatted("a", Customers.JAN), READ.formatted("A", Customers.JAN)));
    }

    @Test
    void aBodyNamesItsType() {
        assertRefused(batch("{\"id\":\"1\",\"method\":\"PATCH\",\"url\":\"/users/" + Customers.JAN
                + "\",\"body\":{\"jobTitle\":\"x\"}}"));
    }

    @Test
    void dependenciesOfOtherPatternsAreRefused() {
        assertRefused(batch(
                READ.formatted("1", Customers.JAN),
                READ.formatted("2", Customers.JAN),
                NAME.formatted("3", Customers.JAN, "x", ",\"dependsOn\":[\"1\",\"2\"]")));
        assertRefused(batch(NAME.formatted("1", Customers.JAN, "x", ",\"dependsOn\":[\"unknown\"]")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"requests\":[]}",
                "{\"requests\":{}}",
                "{\"requests\":[{}]}",
                "{\"requests\":[1]}",
                "[",
                "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"http://elsewhere.example/users\"}]}"
            })
    void whatIsNoBatchIsRefusedAsAWhole(String body) {
        assertRefused(portal.post("/$batch", body));
    }

    @Test
    void aBatchInABatchIsNoRequest() {
        var answer = batch("{\"id\":\"1\",\"method\":\"POST\",\"url\":\"/$batch\"}");

        assertThat(item(answer, "1").path("status").asInt()).isEqualTo(400);
    }

    @Test
    void withoutATokenNoItemIsTried() {
        assertThat(GraphClient.withToken("garbage").post("/$batch", "{}").status())
                .isEqualTo(401);
    }

    private Answer batch(String... items) {
        return portal.post("/$batch", "{\"requests\":[" + String.join(",", items) + "]}");
    }

    private static String[] reads(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> READ.formatted(number, Customers.JAN))
                .collect(Collectors.toList())
                .toArray(String[]::new);
    }

    private static JsonNode item(Answer answer, String id) {
        return answer.json()
                .path("responses")
                .valueStream()
                .filter(response -> response.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String jobTitle() {
        return portal.get("/users/" + Customers.JAN + "?$select=jobTitle")
                .json()
                .path("jobTitle")
                .asString("");
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("BadRequest");
    }
}
