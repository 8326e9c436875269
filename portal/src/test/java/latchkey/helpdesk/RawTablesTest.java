package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import latchkey.testing.Asvs;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever copies the database, without the keys beside it, has nobody's values: not in the trail and not in any other table. */
@Asvs("11.3.2")
class RawTablesTest {

    private static final String TOWN = "Quuxtown" + UUID.randomUUID().toString().substring(0, 8);

    private static final String WORDS = "spoke of aunt Frobnica";

    private static final String NOTE = "wants a letter to Plughstreet";

    private static final String NO = "the aunt Xyzzy called before";

    private static PortalProcess portal;

    @BeforeAll
    static void open() {
        portal = PortalProcess.start(Map.of("latchkey.approval.required-for", "revoke-sessions"));
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @Test
    void aWholeStoryLeavesNoValueReadableAndErasingTheKeyTakesThemAll() {
        var desk = new Desk(portal);
        portal.sandbox().control().reset();
        var jan = desk.person("jan-ordinary");
        var sam = portal.bearer("sam");
        var before = sam.get(Desk.api(jan)).json();
        var opened = sam.postJson(Desk.api(jan) + "/cases", Map.of("reason", "other", "words", WORDS, "ticket", "T-7"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        var under = opened.json().path("id").asString();
        desk.verifiedByApi(sam, jan, under);
        moveTo(sam, jan, under);
        note(sam, under);
        var asked = refusedApproval(sam, jan, under);

        var rows = rows();
        for (var value : List.of(TOWN, "Frobnica", "Plughstreet", "Xyzzy", String.valueOf(jan.email()))) {
            assertThat(rows).as(value).noneMatch(row -> row.contains(value));
        }
        assertThat(rows).as("tickets are not sealed").anyMatch(row -> row.startsWith("cases: ") && row.contains("T-7"));
        assertThat(before.toString())
                .as("the story is about somebody who has values")
                .contains(jan.email());
        assertThat(notes(sam, under)).as("who may read them still can").contains("Plughstreet");
        assertThat(sam.get("/api/v1/approvals/" + asked).body()).contains("Frobnica", "Xyzzy");

        owner().sql("delete from audit_keys where scope = :scope")
                .param("scope", "contoso/" + jan.userId())
                .update();

        assertThat(notes(sam, under)).doesNotContain("Plughstreet", "Frobnica");
        assertThat(sam.get("/api/v1/approvals/" + asked).body()).doesNotContain("Frobnica", "Xyzzy");
        assertThat(sam.get(Desk.api(jan)).status()).isEqualTo(200);
    }

    private static void moveTo(Visitor sam, Person jan, String under) {
        var change = seen(sam, jan, "edit-attributes");
        change.put("attributes", Map.of("city", TOWN));
        var at = "/api/v1/cases/" + under + "/actions/edit-attributes";
        var preview = sam.postJson(at + "/preview", change);
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        change.put("confirm", preview.json().path("confirm").asString());
        var answer = sam.postJson(at, change);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(count("undo_ledger")).isPositive();
        assertThat(count("pending_writes")).isPositive();
    }

    private static Map<String, Object> seen(Visitor program, Person customer, String action) {
        var laid = program.get(Desk.api(customer) + "/actions/" + action).json();
        return new HashMap<>(Map.of(
                "customer", laid.path("customer").asString(),
                "seen", laid.path("seen").asString()));
    }

    private static void note(Visitor sam, String under) {
        var answer = sam.postJson("/api/v1/cases/" + under + "/notes", Map.of("note", NOTE));
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
    }

    private static String notes(Visitor sam, String under) {
        return sam.get("/api/v1/cases/" + under).body();
    }

    private static String refusedApproval(Visitor sam, Person jan, String under) {
        var asked =
                sam.postJson("/api/v1/cases/" + under + "/actions/revoke-sessions", seen(sam, jan, "revoke-sessions"));
        assertThat(asked.problem()).as(asked.body()).isEqualTo("approval-required");
        var id = asked.json().path("approval").asString();
        var no = portal.bearer("robin")
                .postJson("/api/v1/approvals/" + id + "/decision", Map.of("decision", "no", "because", NO));
        assertThat(no.status()).as(no.body()).isEqualTo(200);
        return id;
    }

    /** Every row of every table, as the database shows it. */
    private static List<String> rows() {
        var rows = new ArrayList<String>();
        for (var table : owner().sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list()) {
            owner().sql("select t::text from public.%s t".formatted(table)).query(String.class).list().stream()
                    .filter(Objects::nonNull)
                    .map(row -> table + ": " + row)
                    .forEach(rows::add);
        }
        assertThat(rows).hasSizeGreaterThan(20);
        return rows;
    }

    private static long count(String table) {
        return owner().sql("select count(*) from " + table).query(Long.class).single();
    }

    private static JdbcClient owner() {
        return JdbcClient.create(portal.database().owner());
    }
}
