package latchkey.helpdesk.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import latchkey.helpdesk.policy.Reasoning;
import latchkey.testing.Answer;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who can do what to whom, and why, and how that changed: on the page and for programs. */
class RulesDoorTest {

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("latchkey.access.populations.north.where.country", "DE"),
            Map.entry("latchkey.access.roles.north-desk.permissions", "reset-password,block-sign-in,edit-attributes"),
            Map.entry("latchkey.access.roles.north-desk.populations", "north"),
            Map.entry("latchkey.access.step-up.actions", "unblock-sign-in"),
            Map.entry("latchkey.approval.required-for", "unblock-sign-in"),
            Map.entry("latchkey.policy.rules.at-night.actions", "reset-password"),
            Map.entry("latchkey.policy.rules.at-night.when", "time.hour >= 20"),
            Map.entry("latchkey.policy.rules.at-night.then", "refuse"),
            Map.entry("latchkey.policy.rules.at-night.because", "Not at night."),
            Map.entry("latchkey.policy.rules.friends.when", "case.reason == 'other'"),
            Map.entry("latchkey.policy.rules.friends.then", "approval"),
            Map.entry("latchkey.policy.rules.friends.because", "Say more than other."));

    private static PortalProcess portal;

    @BeforeAll
    static void open() {
        SandboxProcess.fresh();
        portal = PortalProcess.start(SETTINGS);
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @Test
    void thePageSaysOfEachActionWhoMayAndWhatItAsksFor() {
        var page = portal.signedIn("alex").get("/rules");

        assertThat(page.status()).isEqualTo(200);
        var unblock = page.document().expectFirst("[data-action=unblock-sign-in]");
        assertThat(unblock.select(".badge").eachText()).containsExactly("senior", "supervisor");
        assertThat(unblock.select("td").eachText()).contains("one", "yes", "friends");
        var reset = page.document().expectFirst("[data-action=reset-password]");
        assertThat(reset.select(".badge").eachText()).contains("agent", "north-desk");
        assertThat(reset.select("td").last().text()).isEqualTo("at-night, friends");
        assertThat(page.document().select("[data-role=north-desk] .badge").eachText())
                .containsExactly("north");
        assertThat(page.document().select("[data-rule=at-night] code").text()).isEqualTo("time.hour >= 20");
        assertThat(page.document().select("[data-cooling=after-credentials]").text())
                .contains("24 hours", "sign-in names");
    }

    @Test
    void programsReadTheSame() {
        var book = portal.bearer("alex").get("/api/v1/rules").json();

        assertThat(book.path("actions").findValuesAsString("name"))
                .contains("block-sign-in", "edit-attributes", "reset-password", "show-password");
        assertThat(book.path("rules").findValuesAsString("name")).containsExactly("at-night", "friends");
        assertThat(book.path("roles").findValuesAsString("name")).contains("north-desk");
    }

    @Test
    void aQuestionIsAnsweredWithItsReason() {
        answers(Map.of("roles", "viewer", "action", "reset-password"), "refused", "permission");
        answers(
                Map.of("roles", "north-desk", "action", "block-sign-in", "attributes", "country=FR"),
                "refused",
                "population");
        answers(
                Map.of(
                        "roles",
                        "north-desk",
                        "action",
                        "reset-password",
                        "attributes",
                        "country = de",
                        "at",
                        "2026-01-05T21:00"),
                "refused",
                "at-night");
        answers(Map.of("roles", "north-desk", "action", "block-sign-in", "attributes", "country=DE"), "allowed");
        answers(
                Map.of("roles", "senior", "action", "unblock-sign-in", "reason", "other"),
                "asks",
                "settings",
                "settings",
                "friends",
                "one");
        answers(Map.of("roles", "agent", "action", "edit-attributes"), "asks", "two-or-approval");
    }

    @Test
    void aQuestionThatCannotBeReadIsToldSo() {
        var alex = portal.signedIn("alex");
        for (var wrong : List.of(
                Map.of("roles", "agent", "action", "fly"),
                Map.of("roles", "agent", "action", "reset-password", "at", "soon"),
                Map.of("roles", "agent", "action", "reset-password", "attributes", "no sign"))) {
            var answer = alex.submit(alex.get("/rules"), "form[action$=/rules]", wrong);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("malformed-request");
            assertThat(portal.bearer("alex")
                            .postJson("/api/v1/rules/question", json(wrong))
                            .problem())
                    .isEqualTo("malformed-request");
        }
    }

    @Test
    void onlyWhoReadsTheTrailReadsTheRules() {
        assertThat(portal.signedIn("robin").get("/rules").problem()).isEqualTo("not-permitted");
        assertThat(portal.bearer("robin").get("/api/v1/rules").problem()).isEqualTo("not-permitted");
        assertThat(portal.bearer("robin")
                        .postJson("/api/v1/rules/question", Map.of())
                        .problem())
                .isEqualTo("not-permitted");
    }

    @Test
    void theReasoningKnowsThePermissionOfEveryAction() {
        assertThat(portal.bean(latchkey.helpdesk.action.StatedRules.class).actions())
                .hasSizeGreaterThan(5)
                .allSatisfy(action ->
                        assertThat(Reasoning.permission(action.name())).contains(action.permission()));
    }

    @Test
    void theFirstStartIsNotedAndWhatChangesAfterwardsWithBeforeAndAfter() {
        var first = portal.bearer("alex").get("/api/v1/rules").json().path("history");
        assertThat(first).isNotEmpty();
        var history = portal.bean(PolicyHistory.class);
        var settings = portal.bean(EffectiveSettings.class).now();
        history.note(settings);
        assertThat(history.latest()).hasSize(first.size());

        var key = "latchkey.policy.rules.at-night.then";
        assertThat(settings).containsEntry(key, "REFUSE");
        settings.put(key, "PROOF");
        history.note(settings);
        try {
            var entry = portal.bearer("alex")
                    .get("/api/v1/audit?action=change-policy")
                    .json()
                    .path("items")
                    .path(0);
            assertThat(entry.path("facts").path(key + ".before").asString("")).isEqualTo("REFUSE");
            assertThat(entry.path("facts").path(key + ".after").asString("")).isEqualTo("PROOF");
            var page = portal.signedIn("alex").get("/rules").document();
            var shown = page.select("[data-change]").first();
            assertThat(shown.select("[data-key='" + key + "'] del").text()).isEqualTo("REFUSE");
            assertThat(shown.select("[data-key='" + key + "'] ins").text()).isEqualTo("PROOF");
        } finally {
            settings.put(key, "REFUSE");
            history.note(settings);
        }
    }

    @Test
    void neitherASecretNorWhoIsWhoIsNoted() {
        assertThat(portal.bean(EffectiveSettings.class).now())
                .containsKeys(
                        "latchkey.access.roles.agent.permissions", "latchkey.actions.rules.after-credentials.within")
                .containsKey("latchkey.access.people")
                .allSatisfy((key, value) -> {
                    assertThat(key).doesNotContain("secret", "people.");
                    assertThat(value).doesNotContain("sandbox-");
                });
    }

    private static void answers(Map<String, String> question, String outcome, String... because) {
        var alex = portal.signedIn("alex");
        var page = alex.submit(alex.get("/rules"), "form[action$=/rules]", question);
        assertThat(page.document().select("[data-answer]").attr("data-answer"))
                .as(question.toString() + page.status())
                .isEqualTo(outcome);
        assertThat(page.document().select("[data-because]").eachAttr("data-because"))
                .as(question.toString())
                .containsExactly(because);
        var answer = portal.bearer("alex").postJson("/api/v1/rules/question", json(question));
        assertThat(answer.json().path("outcome").asString()).isEqualTo(outcome);
        assertThat(reasons(answer)).containsExactly(because);
    }

    private static List<String> reasons(Answer answer) {
        return StreamSupport.stream(answer.json().path("because").spliterator(), false)
                .map(one -> one.path("rule").asString(one.path("code").asString()))
                .toList();
    }

    private static Map<String, Object> json(Map<String, String> question) {
        var body = new java.util.HashMap<String, Object>(question);
        body.put("roles", List.of(question.get("roles")));
        return body;
    }
}
