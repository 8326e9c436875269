package latchkey.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import latchkey.testing.Eventually;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl.Mail;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.Visitor;

/** What tests through the doors do at the desk again and again: open a case, verify a caller, look at what was written. */
final class Desk {

    private final PortalProcess portal;

    Desk(PortalProcess portal) {
        this.portal = portal;
    }

    /** Cases outlive a test, so no two tests let one agent help one person. */
    Person person(String key) {
        return portal.sandbox().control().person(key);
    }

    static String page(Person customer) {
        return "/directories/contoso/customers/" + customer.userId();
    }

    static String api(Person customer) {
        return "/api/v1" + page(customer);
    }

    static String openCase(Visitor program, Person customer) {
        var opened = program.postJson(api(customer) + "/cases", Map.of("reason", "other", "ticket", "T-7"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.json().path("id").asString();
    }

    void verified(Visitor agent, Person customer) {
        var verify = agent.get(page(customer) + "/actions/verify-caller");
        var asked = agent.submit(verify, "form[action$=/verifications]", Map.of("reason", "change-of-data"));
        agent.submit(asked, "form[action$=/answer]", Map.of("code", code(customer)));
    }

    void verifiedByApi(Visitor program, Person customer, String caseId) {
        var addresses = program.get("/api/v1/cases/" + caseId + "/addresses").json();
        var handle = addresses.path("addresses").get(0).path("handle").asString();
        var sent = program.postJson("/api/v1/cases/" + caseId + "/verifications", Map.of("address", handle));
        assertThat(sent.status()).isEqualTo(201);
        var answer = program.postJson(
                "/api/v1/cases/" + caseId + "/verifications/"
                        + sent.json().path("id").asString() + "/answer",
                Map.of("code", code(customer)));
        assertThat(answer.status()).isEqualTo(200);
    }

    /** The code in the newest mail with one. */
    String code(Person customer) {
        Eventually.that("the code arrives", () -> mails(customer).stream().anyMatch(Desk::isCode));
        var mail = mails(customer).stream().filter(Desk::isCode).toList().getLast();
        return Objects.requireNonNull(mail.text())
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("[0-9]{6}"))
                .findFirst()
                .orElseThrow();
    }

    List<Mail> mails(Person customer) {
        return portal.sandbox().control().mailTo(Objects.requireNonNull(customer.email()));
    }

    /** The methods of everything that was written to that customer. */
    List<String> writes(Person customer) {
        return portal.sandbox().control().journal("graph").stream()
                .filter(entry -> String.valueOf(entry.path()).contains(String.valueOf(customer.userId())))
                .map(entry -> String.valueOf(entry.method()))
                .filter(method -> !method.equals("GET"))
                .toList();
    }

    private static boolean isCode(Mail mail) {
        return mail.subject().contains("code");
    }
}
