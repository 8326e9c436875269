package sandbox.dataverse;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

/** Contacts over the Web API: list, get, create, change, delete (facts, Dataverse §1c, §1d). */
@RestController
@RequestMapping("/api/data/{version:v9\\.[0-2]}")
class ContactsEndpoint {

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Contacts contacts;
    private final ChangeTracking changes;

    ContactsEndpoint(Contacts contacts, ChangeTracking changes) {
        this.contacts = contacts;
        this.changes = changes;
    }

    @GetMapping("/contacts")
    ResponseEntity<Map<String, Object>> list(
            @RequestParam Map<String, String> options,
            @RequestHeader(name = "Prefer", defaultValue = "") String prefer) {
        var preferences = Preferences.read(prefer);
        if (ChangeTracking.isAskedFor(options, preferences)) {
            return changes.page(options, preferences);
        }
        var page = Query.answer(ContactTable.TABLE, new ContactRows(contacts), options, preferences.maxPageSize());
        return Answers.page(ContactTable.TABLE, page, preferences);
    }

    @GetMapping("/contacts/$count")
    ResponseEntity<String> count(@RequestParam Map<String, String> options) {
        return Answers.count(
                options.containsKey("$deltatoken")
                        ? changes.count(options)
                        : Query.count(ContactTable.TABLE, new ContactRows(contacts), options));
    }

    @PostMapping("/contacts")
    ResponseEntity<Map<String, Object>> create(
            @RequestBody ObjectNode body,
            @RequestHeader(name = "Prefer", defaultValue = "") String prefer,
            @RequestAttribute(BearerCheck.CALLER) String caller) {
        var created = contacts.create(null, ContactChanges.read(body), Author.application(caller));
        return Answers.created(ContactTable.TABLE, ContactTable.row(created), Preferences.read(prefer));
    }

    @DeleteMapping("/contacts({id})")
    ResponseEntity<Map<String, Object>> delete(
            @PathVariable String id, @RequestAttribute(BearerCheck.CALLER) String caller) {
        if (!contacts.delete(guid(id), Author.application(caller))) {
            throw DataverseException.noSuchContact(id);
        }
        return Answers.deleted();
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

    /** Without {@code If-Match} a contact that is missing is created under this id. */
    @PatchMapping("/contacts({id})")
    ResponseEntity<Map<String, Object>> change(
            @PathVariable String id,
            @RequestParam(name = "$select", defaultValue = "") String select,
            @RequestBody ObjectNode body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String onlyIf,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String notIf,
            @RequestHeader(name = "Prefer", defaultValue = "") String prefer,
            @RequestAttribute(BearerCheck.CALLER) String caller) {
        var columns = ContactChanges.read(body);
        var author = Author.application(caller);
        var preferences = Preferences.read(prefer);
        return contacts.change(guid(id), condition(onlyIf, notIf), columns, author)
                .map(changed -> changed(changed, select, preferences))
                .orElseGet(() -> upserted(id, columns, author, onlyIf, preferences));
    }

    private static ResponseEntity<Map<String, Object>> changed(
            Contact changed, String select, Preferences preferences) {
        return preferences.returnsRow()
                ? Answers.entity(
                        ContactTable.TABLE,
                        ContactTable.row(changed),
                        ContactTable.TABLE.select(select),
                        "return=representation")
                : Answers.saved(Answers.root() + "contacts(" + changed.id() + ")");
    }

    private ResponseEntity<Map<String, Object>> upserted(
            String id, Map<String, @Nullable Object> columns, Author author, String onlyIf, Preferences preferences) {
        if (!onlyIf.isEmpty()) {
            throw DataverseException.noSuchContact(id);
        }
        return Answers.created(ContactTable.TABLE, ContactTable.row(contacts.create(id, columns, author)), preferences);
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

    static String guid(String id) {
        if (!GUID.matcher(id).matches()) {
            throw DataverseException.badRequest("'" + id + "' is not a GUID; contacts are addressed by contactid.");
        }
        return id;
    }
}
