package latchkey.helpdesk.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import latchkey.audit.Announced;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryId;
import latchkey.helpdesk.matrix.Cell.Consent;
import latchkey.helpdesk.matrix.Cell.Proof;
import latchkey.helpdesk.matrix.Cell.Shelter;
import latchkey.helpdesk.matrix.Cell.Sight;
import latchkey.helpdesk.matrix.Doors.Door;
import latchkey.testing.Answer;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl.Person;

/** A case of one agent and one customer at a running portal, in which everything but the deed stands as a cell wants it. */
final class DoorWorld implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private static final List<String> CUSTOMERS =
            List.of("oneil-apostrophe", "plus-address", "dup-smith-1", "tom-two-names", "mobile-mo");

    /** The only one who signs in with an address at example.net, where the tests' colleagues have theirs. */
    private static final String COLLEAGUE = "dup-smith-2";

    /** The only one with a registered phone. */
    private static final String WITH_PHONE = "jan-ordinary";

    private static final String PHONE = "+420601123456";

    /** What the caller is called in each edit, so that each is another change. */
    private static final AtomicInteger CHANGES = new AtomicInteger();

    private final PortalProcess portal;
    private final Map<String, Doors> doors;
    private final Cell cell;
    private final Doors agent;
    private final Person customer;
    private final Map<UUID, Doors> cases = new LinkedHashMap<>();
    private final UUID caseId;

    DoorWorld(PortalProcess portal, Map<String, Doors> doors, Cell cell, int number) {
        this.portal = portal;
        this.doors = doors;
        this.cell = cell;
        this.agent = Objects.requireNonNull(doors.get(cell.role()));
        this.customer = portal.sandbox().control().person(customer(cell, number));
        this.caseId = opened();
        if (Cell.permits(cell.role(), "verify-caller")) {
            prove();
        }
        if (cell.shelter() != Shelter.DIRECTORY_ROLE) {
            set(Map.of(
                    "Brand", cell.sight() == Sight.INSIDE ? "Contoso" : "Fabrikam",
                    "jobTitle", cell.shelter() == Shelter.VIP ? "Chairwoman" : "Clerk",
                    "companyName", own()));
        }
    }

    /**
     * Whether these few people can play it: nobody may change an administrator, so she cannot be moved out of sight; of those who
     * may ask here only the supervisor may also decide, and nobody decides what they asked for.
     */
    static boolean isPossible(Cell cell) {
        return (cell.shelter() != Shelter.DIRECTORY_ROLE || cell.sight() == Sight.INSIDE)
                && (!cell.role().equals("supervisor")
                        || cell.consent() == Consent.NONE
                        || cell.consent() == Consent.WAITING)
                && cell.consent() != Consent.GIVER_WITHOUT_RIGHT
                // A yes to another action would be good for that one when its turn comes.
                && (cell.consent() != Consent.FOR_ANOTHER_CHANGE || cell.deed().isAnEdit())
                && (cell.proof() != Proof.TWO || cell.shelter() == Shelter.NONE || cell.shelter() == Shelter.VIP);
    }

    /** What comes of the deed through that door: {@code done} or a problem's code. */
    String outcome(Door door, Deed deed, Consent consent) {
        restore(deed);
        var value = value(deed);
        var first = told(agent.asked(consent == Consent.NONE ? door : Door.API, customer, caseId, deed, value));
        if (consent == Consent.NONE || !first.code().equals("approval-required")) {
            return consent == Consent.NONE || first.code().equals("done")
                    ? first.code()
                    : told(agent.asked(door, customer, caseId, deed, value)).code();
        }
        consent(deed, consent, value, first);
        return told(agent.asked(door, customer, caseId, deed, value)).code();
    }

    /** Whoever helps the same customer next shall not find the proof of this case. */
    @Override
    public void close() {
        if (!cases.isEmpty()) {
            setBack();
        }
        cases.forEach((opened, by) -> {
            var closed = by.program().postJson("/api/v1/cases/" + opened + "/closing", Map.of("outcome", "helped"));
            assertThat(closed.status()).as(closed.body()).isLessThan(300);
        });
    }

    private void consent(Deed deed, Consent consent, String value, Told asked) {
        switch (consent) {
            case NONE, WAITING -> {}
            case GIVEN -> decide(asked, "yes");
            case DENIED -> decide(asked, "no");
            case EXPIRED -> {
                decide(asked, "yes");
                portal.database()
                        .jdbc()
                        .sql("update approvals set expires_at = :past where id = :id")
                        .param("past", Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC))
                        .param("id", UUID.fromString(asked.approval()))
                        .update();
            }
            case USED -> {
                var before = directory().customers().byId(id()).orElseThrow();
                decide(asked, "yes");
                assertThat(told(agent.asked(Door.API, customer, caseId, deed, value))
                                .code())
                        .as("a yes was given to " + deed + " in " + cell)
                        .isEqualTo("done");
                restore(deed);
                restore(deed, before);
            }
            case FOR_ANOTHER_CHANGE -> decide(told(agent.asked(Door.API, customer, caseId, deed, value(deed))), "yes");
            case GIVER_WITHOUT_RIGHT -> throw new IllegalStateException("nobody loses a right while this runs");
        }
    }

    private void decide(Told asked, String decision) {
        var decided = Objects.requireNonNull(doors.get("supervisor"))
                .program()
                .postJson("/api/v1/approvals/" + asked.approval() + "/decision", Map.of("decision", decision));
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    }

    private UUID opened() {
        if (!Cell.permits(cell.role(), "open-case")) {
            return UUID.randomUUID();
        }
        setBack();
        return opened(agent);
    }

    /** Somebody whom everybody sees and nothing protects, but for who she is. */
    private void setBack() {
        if (cell.shelter() != Shelter.DIRECTORY_ROLE) {
            set(Map.of("Brand", "Contoso", "jobTitle", "Clerk", "companyName", "-"));
        }
    }

    private UUID opened(Doors by) {
        var opened =
                by.program().postJson(Doors.api(customer) + "/cases", Map.of("reason", "other", "words", "called in"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        var id = UUID.fromString(opened.json().path("id").asString());
        cases.put(id, by);
        return id;
    }

    private void prove() {
        switch (cell.proof()) {
            case NONE -> {}
            case ONE -> prove(agent, caseId, "emailed-code");
            case TWO -> {
                prove(agent, caseId, "emailed-code");
                prove(agent, caseId, "texted-code");
            }
            case EXPIRED -> {
                prove(agent, caseId, "emailed-code");
                portal.database()
                        .jdbc()
                        .sql("update verifications set proven_until = :past where case_id = :case")
                        .param("past", Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC))
                        .param("case", caseId)
                        .update();
            }
            case ANOTHER_AGENTS -> {
                var other = Objects.requireNonNull(doors.get(cell.role().equals("senior") ? "agent" : "senior"));
                var others = opened(other);
                prove(other, others, "emailed-code");
            }
        }
    }

    private void prove(Doors by, UUID under, String method) {
        var places = by.program().get("/api/v1/cases/" + under + "/addresses?lookUp=" + method.startsWith("text"));
        var handle = places.json()
                .path("addresses")
                .valueStream()
                .filter(place -> place.path("method").asString().equals(method))
                .map(place -> place.path("handle").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(places.body()));
        var before = codes(method).size();
        var sent = by.program().postJson("/api/v1/cases/" + under + "/verifications", Map.of("address", handle));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        Eventually.that("the code arrives", () -> codes(method).size() > before);
        var answered = by.program()
                .postJson(
                        "/api/v1/cases/" + under + "/verifications/"
                                + sent.json().path("id").asString() + "/answer",
                        Map.of("code", codes(method).getLast()));
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
    }

    private List<String> codes(String method) {
        return method.startsWith("text")
                ? portal.sandbox().control().mailTo(PHONE).stream()
                        .map(text -> code(Objects.requireNonNull(text.text())))
                        .toList()
                : portal.sandbox().control().mailTo(Objects.requireNonNull(customer.email())).stream()
                        .filter(mail -> mail.subject().contains("code"))
                        .map(mail -> code(Objects.requireNonNull(mail.text())))
                        .toList();
    }

    private static String code(String text) {
        var found = CODE.matcher(text);
        return found.find() ? found.group() : "";
    }

    /** Sign-in as the deed wants to find it. */
    private void restore(Deed deed) {
        if (cell.shelter() == Shelter.DIRECTORY_ROLE) {
            return;
        }
        var wanted = !deed.action().equals("unblock-sign-in");
        if (directory().customers().byId(id()).orElseThrow().enabled() != wanted) {
            if (wanted) {
                directory().signIns().unblock(id(), Announced.change());
            } else {
                directory().signIns().block(id(), Announced.change());
            }
            Eventually.that(
                    "the directory shows it",
                    () -> directory().customers().byId(id()).orElseThrow().enabled() == wanted);
        }
    }

    /** The edited value as it was. */
    private void restore(Deed deed, Customer before) {
        if (deed.isAnEdit()) {
            var key = directory().attribute(deed.field()).orElseThrow().key();
            change(Map.of(key, before.attribute(key)));
        }
    }

    private void set(Map<String, String> values) {
        var now = directory().customers().byId(id()).orElseThrow();
        var changes = new LinkedHashMap<AttributeKey, Optional<AttributeValue>>();
        values.forEach((name, value) -> {
            var key = directory().attribute(name).orElseThrow().key();
            var text = Optional.<AttributeValue>of(new AttributeValue.Text(value));
            if (!now.attribute(key).equals(text)) {
                changes.put(key, text);
            }
        });
        if (!changes.isEmpty()) {
            change(changes);
        }
    }

    private void change(Map<AttributeKey, Optional<AttributeValue>> changes) {
        directory().profiles().change(id(), new AttributeChanges(changes), Announced.change());
        Eventually.that("the directory shows it", () -> {
            var shown = directory().customers().byId(id()).orElseThrow();
            return changes.entrySet().stream()
                    .allMatch(change -> shown.attribute(change.getKey()).equals(change.getValue()));
        });
    }

    private String own() {
        return cell.shelter() == Shelter.OWN_ACCOUNT
                ? agent.program().get("/api/v1/me").json().path("username").asString("-")
                : "-";
    }

    private CustomerId id() {
        return new CustomerId(new DirectoryId("contoso"), Objects.requireNonNull(customer.userId()));
    }

    private Directory directory() {
        return portal.bean(Directories.class)
                .forAgents(new DirectoryId("contoso"))
                .orElseThrow();
    }

    private static String customer(Cell cell, int number) {
        if (cell.shelter() == Shelter.DIRECTORY_ROLE) {
            return "admin-ada";
        }
        if (cell.shelter() == Shelter.COLLEAGUE) {
            return COLLEAGUE;
        }
        return cell.proof() == Proof.TWO ? WITH_PHONE : CUSTOMERS.get(number % CUSTOMERS.size());
    }

    private static String value(Deed deed) {
        var change = CHANGES.incrementAndGet();
        return switch (deed.field()) {
            case "mobilePhone" -> "+4930%07d".formatted(change);
            case "mail" -> "new" + change + "@example.com";
            case "LoyaltyPoints" -> Integer.toString(change);
            default -> "Changed" + change;
        };
    }

    private static Told told(Answer answer) {
        var problem = answer.problem();
        if (!problem.isEmpty()) {
            var approval = answer.header("Content-Type").orElse("").contains("json")
                    ? answer.json().path("approval").asString("")
                    : "";
            return new Told(problem, approval);
        }
        return new Told(answer.status() < 300 ? "done" : "status " + answer.status(), "");
    }

    private record Told(String code, String approval) {}
}
