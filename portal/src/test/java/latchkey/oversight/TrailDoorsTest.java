package latchkey.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latchkey.audit.ExportCheck;
import latchkey.audit.Verdict;
import latchkey.testing.Answer;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.PortalTest;
import latchkey.testing.SandboxControl.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** What auditors see of the trail and take away, through the page and through the API. */
@PortalTest
class TrailDoorsTest {

    @TempDir
    private static Path folder;

    private final PortalProcess portal;

    TrailDoorsTest(PortalProcess portal) {
        this.portal = portal;
    }

    @Test
    void anAuditorTakesTheTrailAwayAndThePublicKeyAloneChecksIt() throws IOException {
        var key = Path.of(portal.bean(Environment.class).getRequiredProperty("latchkey.audit.keys"))
                .resolve("anchor-public.key");
        for (var answer : List.of(
                portal.signedIn("alex").get("/audit/export"),
                portal.bearer("alex").get("/api/v1/audit/export"))) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.header("Content-Disposition")).hasValue("attachment; filename=\"audit-trail.jsonl\"");
            assertThat(answer.header("Cache-Control").orElse("")).contains("no-store");
            var file = Files.writeString(folder.resolve("trail.jsonl"), answer.body());
            assertThat(ExportCheck.run(file, key)).isInstanceOfSatisfying(Verdict.SoundExport.class, sound -> {
                assertThat(sound.isFromTheBeginning()).isTrue();
                assertThat(sound.last()).isPositive();
            });
        }
    }

    @Test
    void takingItAwayIsAnEntryItself() {
        var alex = portal.bearer("alex");
        alex.get("/api/v1/audit/export?form=csv&action=sign-in");

        var newest = alex.get("/api/v1/audit?action=export-trail&limit=1")
                .json()
                .path("items")
                .path(0);

        assertThat(newest.path("actor").path("name").asString()).contains("Alex");
        assertThat(newest.path("facts").path("form").asString()).isEqualTo("csv");
        assertThat(newest.path("facts").path("of-action").asString()).isEqualTo("sign-in");
    }

    @Test
    void theTableHoldsWhatTheFilterLeavesAndNothingPersonal() {
        var jan = portal.sandbox().control().person("jan-ordinary");
        var opened = portal.bearer("sam")
                .postJson("/api/v1" + page(jan) + "/cases", Map.of("reason", "other", "ticket", "T-7"));
        assertThat(opened.status()).isEqualTo(201);

        var table = portal.bearer("alex")
                .get("/api/v1/audit/export?form=csv&action=open-case&directory=contoso&customer=" + jan.userId());

        assertThat(table.header("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(table.body().lines().findFirst().orElse("")).startsWith("number,at,id,actor,roles,action");
        assertThat(table.body().lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.contains("open-case") && line.contains(String.valueOf(jan.userId())));
        assertThat(table.body()).contains("T-7").doesNotContain("Sam", String.valueOf(jan.email()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "csv"})
    @Asvs("8.3.1")
    void whoMayNotSeeTheTrailTakesNothingAway(String form) {
        refused(portal.signedIn("kim").get("/audit/export?form=" + form), 403, "not-permitted");
        refused(portal.bearer("kim").get("/api/v1/audit/export?form=" + form), 403, "not-permitted");
    }

    @Test
    void aFormThatThereIsNotIsToldSo() {
        refused(portal.signedIn("alex").get("/audit/export?form=xlsx"), 400, "malformed-request");
        refused(portal.bearer("alex").get("/api/v1/audit/export?form=xlsx"), 400, "malformed-request");
        refused(portal.bearer("alex").get("/api/v1/audit/export?from=yesterday"), 400, "malformed-request");
    }

    @Test
    @Asvs("16.3.2")
    void whoLookedIsShownToAuditorsAndNotAmongWhatHappened() {
        var noah = portal.sandbox().control().person("noah-no-mail");
        var kim = portal.signedIn("kim");
        kim.get(page(noah));
        kim.get(page(noah));
        kim.submit(kim.get("/"), "form[action='/search']", Map.of("query", String.valueOf(noah.userId())));

        var alex = portal.bearer("alex");
        var about = "/api/v1/audit?directory=contoso&customer=" + noah.userId();
        assertThat(alex.get(about).body()).doesNotContain("view-customer");
        var looked = alex.get(about + "&looks=true").json().path("items");
        assertThat(looked).hasSize(1);
        assertThat(looked.path(0).path("action").asString()).isEqualTo("view-customer");
        assertThat(looked.path(0).path("actor").path("name").asString()).contains("Kim");
        assertThat(alex.get("/api/v1/audit?action=search-customers&limit=1").body())
                .contains("Kim")
                .doesNotContain(String.valueOf(noah.userId()));
        assertThat(portal.signedIn("alex")
                        .get("/audit?looks=true&directory=contoso&customer=" + noah.userId())
                        .document()
                        .text())
                .contains("Looked at a customer");
        assertThat(timeline(noah)).isEmpty();
    }

    @Test
    void aPageThatWasRefusedIsNothingThatHappenedToTheCustomer() {
        var bea = portal.sandbox().control().person("bea-two-brands");
        refused(portal.signedIn("alex").get(page(bea) + "/actions/block-sign-in"), 403, "not-permitted");

        var about = "/api/v1/audit?directory=contoso&customer=" + bea.userId();
        assertThat(portal.bearer("alex").get(about).body()).contains("open-page");
        assertThat(timeline(bea)).doesNotContain("open-page");
    }

    private List<String> timeline(Person customer) {
        var entries = portal.bearer("kim")
                .get("/api/v1" + page(customer) + "/timeline")
                .json();
        return entries.path("entries").findValuesAsString("action");
    }

    private static String page(Person customer) {
        return "/directories/contoso/customers/" + customer.userId();
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
    }
}
