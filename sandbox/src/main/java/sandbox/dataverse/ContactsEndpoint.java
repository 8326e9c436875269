package sandbox.dataverse;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sandbox.dataverse.query.Query;
import sandbox.people.Author;
import sandbox.people.Contact;
import sandbox.people.Contacts;
import tools.jackson.databind.node.ObjectNode;

/** Contacts over the Web API: list, get, change (facts, Dataverse §1d). */
@RestController
@RequestMapping("/api/data/{version:v9\\.[0-2]}")
class ContactsEndpoint {

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Contacts contacts;

    ContactsEndpoint(Contacts contacts) {
        this.contacts = contacts;
    }

    @GetMapping("/contacts")
    ResponseEntity<Map<String, Object>> list(
            @RequestParam Map<String, String> options,
            @RequestHeader(name = "Prefer", defaultValue = "") String prefer) {
        Preferences preferences = Preferences.read(prefer);
        var rows = contacts.all().map(ContactTable::row);
        var page = Query.answer(ContactTable.TABLE, rows, options, preferences.maxPageSize());
        return Answers.page(ContactTable.TABLE, page, preferences);
    }

    @GetMapping("/contacts({id})")
    ResponseEntity<Map<String, Object>> contact(
            @PathVariable String id,
            @RequestParam(name = "$select", defaultValue = "") String select,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
        Contact contact = present(id);
        var columns = ContactTable.TABLE.select(select);
        return known.equals(Answers.etag(contact.version()))
                ? ResponseEntity.status(304).header("OData-Version", "4.0").build()
                : Answers.entity(ContactTable.TABLE, ContactTable.row(contact), columns, "");
    }

    /** Without {@code If-Match: *} the real service would create a missing contact; this one never does. */
    @PatchMapping("/contacts({id})")
    ResponseEntity<Map<String, Object>> change(
            @PathVariable String id,
            @RequestParam(name = "$select", defaultValue = "") String select,
            @RequestBody ObjectNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String onlyIf,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String notIf,
            @RequestHeader(name = "Prefer", defaultValue = "") String prefer,
            @RequestAttribute(BearerCheck.CALLER) String caller) {
        var changes = ContactChanges.read(body);
        Contact changed = contacts.change(guid(id), condition(onlyIf, notIf), changes, Author.application(caller))
                .orElseThrow(() -> DataverseException.noSuchContact(id));
        return Preferences.read(prefer).returnsRow()
                ? Answers.entity(
                        ContactTable.TABLE,
                        ContactTable.row(changed),
                        ContactTable.TABLE.select(select),
                        "return=representation")
                : ResponseEntity.noContent()
                        .header("OData-Version", "4.0")
                        .header("OData-EntityId", Answers.root() + "contacts(" + changed.id() + ")")
                        .build();
    }

    private static Consumer<Contact> condition(String onlyIf, String notIf) {
        return present -> {
            if (notIf.equals("*")) {
                throw DataverseException.alreadyThere();
            }
            if (!onlyIf.isEmpty() && !onlyIf.equals("*") && !onlyIf.equals(Answers.etag(present.version()))) {
                throw DataverseException.versionDiffers();
            }
        };
    }

    private Contact present(String id) {
        return contacts.contact(guid(id)).orElseThrow(() -> DataverseException.noSuchContact(id));
    }

    private static String guid(String id) {
        if (!GUID.matcher(id).matches()) {
            throw DataverseException.badRequest("'" + id + "' is not a GUID; contacts are addressed by contactid.");
        }
        return id;
    }
}
