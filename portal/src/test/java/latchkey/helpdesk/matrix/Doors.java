package latchkey.helpdesk.matrix;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import latchkey.testing.Answer;
import latchkey.testing.PortalProcess;
import latchkey.testing.SandboxControl.Person;
import latchkey.testing.Visitor;

/** One employee at both doors: a browser with their session, a program with their token. */
final class Doors {

    private static final Map<String, String> EMPLOYEES = Map.of(
            "viewer", "pat",
            "agent", "kim",
            "senior", "sam",
            "supervisor", "robin",
            "auditor", "alex",
            "admin", "jo",
            "nobody", "lee");

    private final Visitor page;
    private final Visitor program;
    private final String csrf;

    /** Through which door something is asked. */
    enum Door {
        PAGE,
        API
    }

    private Doors(Visitor page, Visitor program, String csrf) {
        this.page = page;
        this.program = program;
        this.csrf = csrf;
    }

    static Doors of(PortalProcess portal, String role) {
        var employee = EMPLOYEES.get(role);
        var page = portal.stranger();
        var arrived = portal.signIn(page, employee);
        var token = arrived.document().select("meta[name=csrf]").attr("content");
        return new Doors(page, portal.bearer(employee), token);
    }

    Visitor page() {
        return page;
    }

    Visitor program() {
        return program;
    }

    String csrf() {
        return csrf;
    }

    Answer posted(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        return page.post(path, all);
    }

    /** What the laid out action says is to be sent back; made up where it is not laid out to this agent. */
    String seen(Person customer, String action) {
        var laid = program.get(api(customer) + "/actions/" + action);
        return laid.status() == 200 ? laid.json().path("seen").asString() : "0".repeat(64);
    }

    /** The whole form of a deed, filled in as well as this agent can. */
    Answer asked(Door door, Person customer, UUID caseId, Deed deed, String value) {
        var seen = seen(customer, deed.action());
        return door == Door.PAGE
                ? onPage(customer, caseId, deed, value, seen)
                : byProgram(customer, caseId, deed, value, seen);
    }

    private Answer onPage(Person customer, UUID caseId, Deed deed, String value, String seen) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("openedFor", "contoso/" + customer.userId());
        fields.put("caseId", caseId.toString());
        fields.put("seen", seen);
        switch (deed.action()) {
            case "edit-attributes" -> {
                fields.put("value." + deed.field(), value);
                fields.put("confirm", confirmation(customer, caseId, deed, value, seen));
            }
            case "reset-password" -> fields.put("address", address(caseId));
            case "block-sign-in", "unblock-sign-in" -> fields.put("why", "as the caller asked");
            default -> {}
        }
        return posted("/directories/contoso/customers/" + customer.userId() + "/actions/" + deed.action(), fields);
    }

    private Answer byProgram(Person customer, UUID caseId, Deed deed, String value, String seen) {
        var body = new HashMap<String, Object>();
        body.put("customer", "contoso/" + customer.userId());
        body.put("seen", seen);
        switch (deed.action()) {
            case "edit-attributes" -> {
                body.put("attributes", Map.of(deed.field(), value));
                body.put("confirm", confirmation(customer, caseId, deed, value, seen));
            }
            case "reset-password" -> body.put("address", address(caseId));
            case "block-sign-in", "unblock-sign-in" -> body.put("why", "as the caller asked");
            default -> {}
        }
        return program.postJson("/api/v1/cases/" + caseId + "/actions/" + deed.action(), body);
    }

    private String confirmation(Person customer, UUID caseId, Deed deed, String value, String seen) {
        var preview = program.postJson(
                "/api/v1/cases/" + caseId + "/actions/edit-attributes/preview",
                Map.of(
                        "customer",
                        "contoso/" + customer.userId(),
                        "seen",
                        seen,
                        "attributes",
                        Map.of(deed.field(), value)));
        return preview.status() == 200 ? preview.json().path("confirm").asString() : "0".repeat(64);
    }

    private String address(UUID caseId) {
        var places = program.get("/api/v1/cases/" + caseId + "/addresses");
        return places.status() == 200
                ? places.json().path("addresses").path(0).path("handle").asString("")
                : "";
    }

    static String api(Person customer) {
        return "/api/v1/directories/contoso/customers/" + customer.userId();
    }
}
