package latchkey.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import latchkey.audit.AuditQuestion;
import latchkey.audit.AuditReader;
import latchkey.audit.Subject;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import latchkey.testing.SandboxControl.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two administrators erase a customer, through the page and through the API; nobody does it alone. */
@PortalTest
class ErasureDoorsTest {

    private static final String WHY = "asked by letter";

    private final PortalProcess portal;

    ErasureDoorsTest(PortalProcess portal) {
        this.portal = portal;
    }

    @BeforeEach
    void samIsAnAdministratorToo() {
        portal.sandbox().control().changeEmployee("sam", Map.of("roles", List.of("admin")));
    }

    @AfterEach
    void samIsHimselfAgain() {
        portal.sandbox().control().reset();
    }

    @Test
    @Asvs({"8.2.1", "8.3.1"})
    void whatOneAsksForAndAnotherAgreesToIsErased() {
        var lena = known("layla-arabic");
        var jo = portal.signedIn("jo");
        var asked = jo.submit(
                jo.get("/erasures"),
                "form[action='/erasures']",
                Map.of("directory", "contoso", "customer", id(lena), "why", WHY, "ticket", "T-9"));
        assertThat(asked.uri().getPath()).isEqualTo("/erasures");
        var card = asked.document().selectFirst("[data-stage=ASKED]:contains(" + id(lena) + ")");
        assertThat(card).isNotNull();
        assertThat(card.text()).contains(WHY, "T-9").doesNotContain("No entry");
        assertThat(card.select("form")).as("whoever asked cannot agree").isEmpty();

        var sam = portal.signedIn("sam");
        var erasure = card.attr("data-erasure");
        sam.submit(sam.get("/erasures"), "[data-erasure=" + erasure + "] form", Map.of("decision", "yes"));

        Eventually.within(
                Duration.ofSeconds(60),
                "the customer is erased",
                () -> stage(erasure).equals("ERASED"));
        assertThat(trailOf(lena)).isNotEmpty().allMatch(entry -> entry.erased());
        assertThat(portal.signedIn("jo").get("/erasures").document().text()).doesNotContain(WHY);
        assertThat(newest("ask-erasure").announcement().reason()).isEqualTo(WHY);
    }

    @Test
    void programsDoTheSame() {
        var jan = known("jan-ordinary");
        var asked = portal.bearer("jo").postJson("/api/v1/erasures", asking(jan));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        var erasure = asked.json().path("id").asString();

        assertThat(decide("jo", erasure, true).problem()).isEqualTo("own-erasure");
        assertThat(decide("sam", erasure, false).status()).isEqualTo(200);
        assertThat(stage(erasure)).isEqualTo("DENIED");
        assertThat(decide("sam", erasure, true).problem()).isEqualTo("erasure-not-open");
        assertThat(newest("deny-erasure").code()).isNull();
    }

    @Test
    @Asvs("2.3.4")
    void manyWhoSayYesAtOnceSayItOnce() throws Exception {
        var jan = known("jan-ordinary");
        var erasure = portal.bearer("jo")
                .postJson("/api/v1/erasures", asking(jan))
                .json()
                .path("id")
                .asString();
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var racing = IntStream.range(0, 8)
                    .<Callable<Answer>>mapToObj(racer -> () -> decide("sam", erasure, racer % 2 == 0))
                    .toList();
            var done = 0;
            for (var answer : racers.invokeAll(racing)) {
                done += answer.get().status() == 200 ? 1 : 0;
            }
            assertThat(done).isEqualTo(1);
        }
    }

    @Test
    void whatBreaksARuleIsRefusedThroughBothDoors() {
        var jan = known("jan-ordinary");
        var jo = portal.signedIn("jo");
        for (var wrong : List.of(
                new Wrong(Map.of("directory", "contoso", "customer", id(jan), "why", " "), "invalid-reason"),
                new Wrong(Map.of("directory", "nowhere", "customer", id(jan), "why", WHY), "directory-not-found"),
                new Wrong(Map.of("directory", "contoso", "customer", "jan", "why", WHY), "customer-not-found"),
                new Wrong(
                        Map.of(
                                "directory",
                                "contoso",
                                "customer",
                                UUID.randomUUID().toString(),
                                "why",
                                WHY),
                        "nothing-to-erase"))) {
            assertThat(jo.postForm("/erasures", wrong.form()).problem()).isEqualTo(wrong.problem());
            assertThat(portal.bearer("jo")
                            .postJson("/api/v1/erasures", wrong.form())
                            .problem())
                    .isEqualTo(wrong.problem());
        }
        assertThat(decide("sam", UUID.randomUUID().toString(), true).problem()).isEqualTo("erasure-not-found");
    }

    @Test
    @Asvs("8.3.1")
    void whoMayNotEraseNeitherSeesNorAsks() {
        var jan = known("jan-ordinary");
        var kim = portal.signedIn("kim");
        assertThat(kim.get("/erasures").problem()).isEqualTo("not-permitted");
        assertThat(kim.postForm("/erasures", asking(jan)).problem()).isEqualTo("not-permitted");
        assertThat(portal.bearer("alex").get("/api/v1/erasures").problem()).isEqualTo("not-permitted");
        assertThat(portal.bearer("robin")
                        .postJson("/api/v1/erasures", asking(jan))
                        .problem())
                .isEqualTo("not-permitted");
        assertThat(portal.withToken("x").get("/api/v1/erasures").status()).isEqualTo(401);
    }

    private record Wrong(Map<String, String> form, String problem) {}

    /** Somebody whom the trail knows, and whom nobody has asked to erase yet. */
    private Person known(String key) {
        var person = portal.sandbox().control().person(key);
        portal.database()
                .jdbc()
                .sql("update erasures set state = 'EXPIRED' where state = 'ASKED'")
                .update();
        portal.bearer("robin").get("/api/v1/directories/contoso/customers/" + person.userId());
        Eventually.that("the look is in the trail", () -> !trailOf(person).isEmpty());
        return person;
    }

    private static Map<String, String> asking(Person person) {
        return Map.of("directory", "contoso", "customer", id(person), "why", WHY);
    }

    private Answer decide(String employee, String erasure, boolean agreed) {
        return portal.bearer(employee).postJson("/api/v1/erasures/" + erasure + "/decision", Map.of("agreed", agreed));
    }

    private String stage(String erasure) {
        for (var item : portal.bearer("jo").get("/api/v1/erasures").json().path("items")) {
            if (item.path("id").asString().equals(erasure)) {
                return item.path("stage").asString();
            }
        }
        return "";
    }

    private List<latchkey.audit.AuditEntry> trailOf(Person person) {
        return portal.bean(AuditReader.class)
                .read(AuditQuestion.latest(50)
                        .about(new Subject("contoso", id(person)))
                        .withLooks())
                .entries();
    }

    private latchkey.audit.AuditEntry newest(String action) {
        return portal.bean(AuditReader.class)
                .read(AuditQuestion.latest(1).named(action))
                .entries()
                .getFirst();
    }

    private static String id(Person person) {
        return String.valueOf(person.userId());
    }
}
