package sandbox.dataverse.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sandbox.doors.Doors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Dataverse posts when a contact changes, and how often it tries. */
class WebhookTest {

    private static final String JAN = "d0000000-0000-4000-8000-000000000010";
    private static final Duration SOON = Duration.ofSeconds(20);

    @BeforeEach
    @AfterEach
    void startOver() {
        Doors.startOver();
    }

    @Test
    void anEditIsPostedAsTheDocumentedContext() throws IOException {
        try (var receiver = receiver(200)) {
            edit("portal", "{\"lastname\":\"Svoboda\",\"mobilephone\":null}");
            await().atMost(SOON).until(() -> receiver.posts().size() == 1);
            var post = receiver.posts().getFirst();
            assertThat(post.header("x-latchkey-key")).isEqualTo("sandbox-webhook-key");
            assertThat(post.header("x-ms-dynamics-entity-name")).isEqualTo("contact");
            assertThat(post.header("x-ms-dynamics-request-name")).isEqualTo("Update");
            assertThat(post.header("x-ms-dynamics-organization")).isNotBlank();
            assertThat(post.header("Content-Type")).startsWith("application/json");
            assertThat(post.body()).contains("\"\\/Date(").contains("http:\\/\\/schemas.microsoft.com\\/xrm");
            var context = new JsonMapper().readTree(post.body());
            assertThat(post.header("x-ms-correlation-request-id"))
                    .isEqualTo(context.path("CorrelationId").asString());
            assertContext(context);
        }
    }

    private static void assertContext(JsonNode context) {
        assertThat(context.path("MessageName").asString()).isEqualTo("Update");
        assertThat(context.path("Mode").asInt()).isEqualTo(1);
        assertThat(context.path("Stage").asInt()).isEqualTo(40);
        assertThat(context.path("PrimaryEntityName").asString()).isEqualTo("contact");
        assertThat(context.path("PrimaryEntityId").asString()).isEqualTo(JAN);
        assertThat(context.path("OperationId").asString()).isNotBlank();
        assertThat(context.path("OperationCreatedOn").asString()).matches("/Date\\(\\d+[+-]\\d{4}\\)/");
        assertThat(context.path("ParentContext").path("Stage").asInt()).isEqualTo(30);
        assertThat(context.path("OwningExtension").path("LogicalName").asString())
                .isEqualTo("sdkmessageprocessingstep");
        var target = context.path("InputParameters").get(0);
        assertThat(target.path("key").asString()).isEqualTo("Target");
        var attributes = target.path("value").path("Attributes");
        assertThat(attributes.valueStream().map(pair -> pair.path("key").asString()))
                .contains("lastname", "mobilephone", "contactid", "fullname", "modifiedon", "modifiedby")
                .doesNotContain("firstname", "emailaddress1");
        assertThat(attributes
                        .valueStream()
                        .filter(pair -> pair.path("key").asString().equals("mobilephone"))
                        .findFirst()
                        .orElseThrow()
                        .path("value")
                        .isNull())
                .isTrue();
        var image = context.path("PostEntityImages").get(0);
        assertThat(image.path("key").asString()).isEqualTo("AsynchronousStepPrimaryName");
        assertThat(image.path("value").has("__type")).isFalse();
    }

    @Test
    void theContextTellsPortalAndBackOfficeApart() throws IOException {
        try (var receiver = receiver(200)) {
            edit("portal", "{\"lastname\":\"A\"}");
            await().atMost(SOON).until(() -> receiver.posts().size() == 1);
            edit("backoffice", "{\"lastname\":\"B\"}");
            await().atMost(SOON).until(() -> receiver.posts().size() == 2);
            assertThat(initiator(receiver.posts().get(0)))
                    .isNotEqualTo(initiator(receiver.posts().get(1)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aGatewaysTroubleIsTriedOnceMore(int status) throws IOException {
        try (var receiver = receiver(status, 200)) {
            edit("portal", "{\"lastname\":\"Svoboda\"}");
            await().atMost(SOON).until(() -> receiver.posts().size() == 2);
            assertThat(receiver.posts().get(1).body())
                    .isEqualTo(receiver.posts().get(0).body());
            await().atMost(SOON).until(() -> journalled() == 2);
            assertThat(failedJobs().size()).isZero();
        }
    }

    @Test
    void onceMoreMeansOnce() throws IOException {
        try (var receiver = receiver(503)) {
            edit("portal", "{\"lastname\":\"Svoboda\"}");
            await().atMost(SOON).until(() -> failedJobs().size() == 1);
            assertThat(receiver.posts()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500})
    void everythingElseFailsAtOnce(int status) throws IOException {
        try (var receiver = receiver(status, 200)) {
            edit("portal", "{\"lastname\":\"Svoboda\"}");
            await().atMost(SOON).until(() -> failedJobs().size() == 1);
            assertThat(receiver.posts()).hasSize(1);
            assertThat(failedJobs().get(0).path("message").asString()).contains(String.valueOf(status));
        }
    }

    @Test
    void silenceFailsAtOnce() throws IOException {
        try (var receiver = receiver(0)) {
            edit("portal", "{\"lastname\":\"Svoboda\"}");
            await().atMost(SOON).until(() -> failedJobs().size() == 1);
            assertThat(receiver.posts()).hasSize(1);
        }
    }

    @Test
    void aWrongKeyIsSentAsItIsSet() throws IOException {
        try (var receiver = receiver(401)) {
            Doors.control("PUT", "/settings", "{\"webhookKey\":\"guessed\"}");
            edit("portal", "{\"lastname\":\"Svoboda\"}");
            await().atMost(SOON).until(() -> failedJobs().size() == 1);
            assertThat(receiver.posts().getFirst().header("x-latchkey-key")).isEqualTo("guessed");
        }
    }

    @Test
    void aWebhookKeyIsTheParameterCode() throws IOException {
        try (var receiver = receiver(200)) {
            Doors.control("PUT", "/settings", "{\"webhookKey\":\"a b&c\",\"webhook\":{\"auth\":\"WebhookKey\"}}");
            edit("portal", "{\"lastname\":\"Svoboda\"}");
            await().atMost(SOON).until(() -> receiver.posts().size() == 1);
            assertThat(receiver.posts().getFirst().query()).isEqualTo("code=a%20b%26c");
            assertThat(receiver.posts().getFirst().header("x-latchkey-key")).isEmpty();
        }
    }

    @Test
    void aStepOfTheKindQueryStringNamesItsOwnParameters() throws IOException {
        try (var receiver = receiver(200)) {
            Doors.control(
                    "PUT",
                    "/settings",
                    "{\"webhookKeyHeader\":\"key\",\"webhook\":{\"auth\":\"HttpQueryString\",\"keys\":{\"who\":\"crm\"}}}");
            edit("portal", "{\"lastname\":\"Svoboda\"}");
            await().atMost(SOON).until(() -> receiver.posts().size() == 1);
            assertThat(receiver.posts().getFirst().query()).isEqualTo("key=sandbox-webhook-key&who=crm");
        }
    }

    @Test
    void createUpdateAndDeleteHaveStepsOfTheirOwn() throws IOException {
        try (var receiver = receiver(400)) {
            var id = Doors.control("POST", "/contacts", "{\"as\":\"portal\",\"changes\":{\"lastname\":\"Nowak\"}}")
                    .json()
                    .path("id")
                    .asString();
            await().atMost(SOON).until(() -> receiver.posts().size() == 1);
            Doors.control("DELETE", "/contacts/" + id, "");
            await().atMost(SOON).until(() -> receiver.posts().size() == 2);
            var created = new JsonMapper().readTree(receiver.posts().get(0).body());
            assertThat(created.path("MessageName").asString()).isEqualTo("Create");
            var deleted = new JsonMapper().readTree(receiver.posts().get(1).body());
            assertThat(deleted.path("MessageName").asString()).isEqualTo("Delete");
            assertThat(deleted.path("PrimaryEntityId").asString()).isEqualTo(id);
            assertThat(deleted.path("InputParameters")
                            .get(0)
                            .path("value")
                            .path("__type")
                            .asString())
                    .startsWith("EntityReference:");
            assertThat(deleted.path("OwningExtension").path("Id").asString()).isNotEqualTo(Environment.STEP_ID);
            assertThat(failedJobs()).as("of the step for Update").isEmpty();
        }
    }

    @Test
    void aDuplicateHasTheSameBody() throws IOException {
        try (var receiver = receiver(200)) {
            Doors.control("PUT", "/settings", "{\"webhook\":{\"duplicates\":1}}");
            edit("portal", "{\"lastname\":\"Svoboda\"}");
            await().atMost(SOON).until(() -> receiver.posts().size() == 2);
            assertThat(receiver.posts().get(1).body())
                    .isEqualTo(receiver.posts().get(0).body());
        }
    }

    @Test
    void shuffledPostsOvertakeEachOther() throws IOException {
        try (var receiver = receiver(200)) {
            Doors.control("PUT", "/settings", "{\"webhook\":{\"shuffleMillis\":500}}");
            for (var i = 0; i < 30; i++) {
                edit("portal", "{\"lastname\":\"Name" + (100 + i) + "\"}");
            }
            await().atMost(SOON).until(() -> receiver.posts().size() == 30);
            var names = receiver.posts().stream()
                    .map(post -> post.body().replaceFirst("(?s).*?(Name\\d+).*", "$1"))
                    .toList();
            assertThat(names)
                    .doesNotHaveDuplicates()
                    .isNotEqualTo(names.stream().sorted().toList());
        }
    }

    @Test
    void aBodyAbove256KbIsCutShortAndSaysSo() throws IOException {
        try (var receiver = receiver(200)) {
            edit("portal", "{\"description\":\"" + "x".repeat(140_000) + "\"}");
            await().atMost(SOON).until(() -> receiver.posts().size() == 1);
            var post = receiver.posts().getFirst();
            assertThat(post.header("x-ms-dynamics-msg-size-exceeded")).isEqualTo("true");
            var context = new JsonMapper().readTree(post.body());
            assertThat(context.path("PrimaryEntityId").asString()).isEqualTo(JAN);
            assertThat(context.propertyNames())
                    .doesNotContain("InputParameters", "ParentContext", "PreEntityImages", "PostEntityImages");
        }
    }

    @Test
    void aSynchronousStepThatFailsFailsTheChange() throws IOException {
        try (var receiver = receiver(500, 200)) {
            Doors.control("PUT", "/settings", "{\"webhook\":{\"synchronous\":true}}");
            var refused = Doors.control(
                    "POST", "/contacts/" + JAN + "/edit", "{\"as\":\"portal\",\"changes\":{\"lastname\":\"Svoboda\"}}");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(lastName()).isEqualTo("Novák");
            edit("portal", "{\"lastname\":\"Svoboda\"}");
            assertThat(lastName()).isEqualTo("Svoboda");
            var context = new JsonMapper().readTree(receiver.posts().getLast().body());
            assertThat(context.path("Mode").asInt()).isZero();
            assertThat(context.path("IsInTransaction").asBoolean()).isTrue();
            assertThat(failedJobs()).as("a synchronous step has no system job").isEmpty();
        }
    }

    @Test
    void aTransactionThatIsRolledBackLeavesAPhantom() throws IOException {
        try (var receiver = receiver(200)) {
            Doors.control("PUT", "/settings", "{\"webhook\":{\"synchronous\":true}}");
            Doors.control(
                    "POST",
                    "/contacts/" + JAN + "/edit",
                    "{\"as\":\"portal\",\"rolledBack\":true,\"changes\":{\"lastname\":\"Svoboda\"}}");
            assertThat(receiver.posts())
                    .singleElement()
                    .satisfies(post -> assertThat(post.body()).contains("Svoboda"));
            assertThat(lastName()).isEqualTo("Novák");
        }
    }

    @Test
    void switchedOffNothingIsPosted() throws IOException {
        try (var receiver = receiver(200)) {
            Doors.control("PUT", "/settings", "{\"webhooksEnabled\":false}");
            edit("portal", "{\"lastname\":\"A\"}");
            Doors.control("PUT", "/settings", "{\"webhooksEnabled\":true}");
            edit("portal", "{\"lastname\":\"B\"}");
            await().atMost(SOON).until(() -> !receiver.posts().isEmpty());
            assertThat(receiver.posts())
                    .singleElement()
                    .extracting(Receiver.Post::body)
                    .asString()
                    .contains("\"B\"");
        }
    }

    @Test
    void anEditByAStrangerOrOfAStrangerIsRefused() {
        assertThat(Doors.control("POST", "/contacts/" + JAN + "/edit", "{\"as\":\"ghost\",\"changes\":{}}")
                        .status())
                .isEqualTo(400);
        assertThat(Doors.control(
                                "POST",
                                "/contacts/" + JAN + "/edit",
                                "{\"as\":\"portal\",\"changes\":{\"shoesize\":\"3\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(Doors.control(
                                "POST",
                                "/contacts/d0000000-0000-4000-8000-00000000ffff/edit",
                                "{\"as\":\"portal\",\"changes\":{}}")
                        .status())
                .isEqualTo(404);
    }

    private static Receiver receiver(Integer... answers) throws IOException {
        var receiver = Receiver.answering(answers);
        Doors.control("PUT", "/settings", "{\"webhooksEnabled\":true,\"webhookUrl\":\"" + receiver.url() + "\"}");
        return receiver;
    }

    private static void edit(String as, String changes) {
        var answer = Doors.control(
                "POST", "/contacts/" + JAN + "/edit", "{\"as\":\"" + as + "\",\"changes\":" + changes + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String initiator(Receiver.Post post) {
        return new JsonMapper().readTree(post.body()).path("InitiatingUserId").asString();
    }

    private static String lastName() {
        return Doors.get("/api/data/v9.2/contacts(" + JAN + ")?$select=lastname", "Authorization", "Bearer " + token())
                .json()
                .path("lastname")
                .asString();
    }

    private static int journalled() {
        return Doors.get("/sandbox/api/journal?kind=webhook")
                .json()
                .path("entries")
                .size();
    }

    private static JsonNode failedJobs() {
        var filter = Doors.escaped("statuscode eq 31 and _owningextensionid_value eq @stepid");
        return Doors.get(
                        "/api/data/v9.2/asyncoperations?$orderby=completedon%20desc&$filter=" + filter
                                + "&$select=name,message&@stepid=" + Environment.STEP_ID,
                        "Authorization",
                        "Bearer " + token())
                .json()
                .path("value");
    }

    private static String token() {
        var fields = Map.of(
                "grant_type", "client_credentials",
                "client_id", "a0000000-0000-4000-8000-000000000012",
                "client_secret", "sandbox-dataverse-secret",
                "scope", Doors.root() + "/.default");
        return Doors.form("/" + Doors.EMPLOYEES + "/oauth2/v2.0/token", fields)
                .json()
                .path("access_token")
                .asString();
    }
}
