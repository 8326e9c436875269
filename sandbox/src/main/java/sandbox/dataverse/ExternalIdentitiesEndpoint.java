package sandbox.dataverse;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import sandbox.dataverse.query.Query;
import sandbox.people.Contacts;
import sandbox.people.ExternalIdentities;
import sandbox.people.ExternalIdentity;
import sandbox.settings.CurrentSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** External identities over the Web API: list, get, create, change, delete (facts, Dataverse §2). */
@RestController
@RequestMapping("/api/data/{version:v9\\.[0-2]}")
class ExternalIdentitiesEndpoint {

    private static final Pattern BOUND = Pattern.compile("/?contacts\\(([0-9a-fA-F-]{36})\\)");

    private final ExternalIdentities identities;
    private final Contacts contacts;
    private final CurrentSettings settings;

    ExternalIdentitiesEndpoint(ExternalIdentities identities, Contacts contacts, CurrentSettings settings) {
        this.identities = identities;
        this.contacts = contacts;
        this.settings = settings;
    }

    @GetMapping("/{set:adx_externalidentities|mspp_externalidentities}")
    ResponseEntity<Map<String, Object>> list(
            @PathVariable String set,
            @RequestParam Map<String, String> options,
            @RequestHeader(name = "Prefer", defaultValue = "") String prefer) {
        var rows = rows(set);
        var preferences = Preferences.read(prefer);
        if (ChangeTracking.isAskedFor(options, preferences)) {
            throw DataverseException.badRequest(
                    "Entity: " + rows.table().logicalName() + " isn't enabled for change tracking.");
        }
        return Answers.page(
                rows.table(), Query.answer(rows.table(), rows, options, preferences.maxPageSize()), preferences);
    }

    @GetMapping("/{set:adx_externalidentities|mspp_externalidentities}({id})")
    ResponseEntity<Map<String, Object>> one(
            @PathVariable String set,
            @PathVariable String id,
            @RequestParam(name = "$select", defaultValue = "") String select) {
        var rows = rows(set);
        return Answers.entity(
                rows.table(), rows.row(present(rows, id)), rows.table().select(select), "");
    }

    @PostMapping("/{set:adx_externalidentities|mspp_externalidentities}")
    ResponseEntity<Map<String, Object>> create(
            @PathVariable String set,
            @RequestBody ObjectNode body,
            @RequestHeader(name = "Prefer", defaultValue = "") String prefer) {
        var rows = rows(set);
        demandKnown(rows, body);
        var created = identities.put(
                null,
                text(body, rows.userNameColumn(), ""),
                text(body, rows.providerColumn(), ""),
                contact(body, rows, null));
        return Answers.created(rows.table(), rows.row(created), Preferences.read(prefer));
    }

    @PatchMapping("/{set:adx_externalidentities|mspp_externalidentities}({id})")
    ResponseEntity<Map<String, Object>> change(
            @PathVariable String set, @PathVariable String id, @RequestBody ObjectNode body) {
        var rows = rows(set);
        demandKnown(rows, body);
        var before = present(rows, id);
        identities.put(
                before.id(),
                text(body, rows.userNameColumn(), before.userName()),
                text(body, rows.providerColumn(), before.provider()),
                contact(body, rows, before.contactId()));
        return Answers.saved(Answers.root() + set + "(" + before.id() + ")");
    }

    @DeleteMapping("/{set:adx_externalidentities|mspp_externalidentities}({id})")
    ResponseEntity<Map<String, Object>> delete(@PathVariable String set, @PathVariable String id) {
        identities.delete(present(rows(set), id).id());
        return Answers.deleted();
    }

    /** Only one of the two tables is there, which one is a setting. */
    private ExternalIdentityTable rows(String set) {
        var prefix = set.substring(0, set.indexOf('_') + 1);
        if (!settings.now().dataverse().externalIdentities().startsWith(prefix)) {
            throw new DataverseException(404, "0x8006088a", "Resource not found for the segment '" + set + "'.");
        }
        return new ExternalIdentityTable(prefix, identities);
    }

    private ExternalIdentity present(ExternalIdentityTable rows, String id) {
        return identities
                .row(ContactsEndpoint.guid(id))
                .orElseThrow(() -> new DataverseException(
                        404, "0x80040217", rows.table().logicalName() + " With Id = " + id + " Does Not Exist"));
    }

    private static void demandKnown(ExternalIdentityTable rows, ObjectNode body) {
        for (var name : body.propertyNames()) {
            if (!name.equals(rows.userNameColumn())
                    && !name.equals(rows.providerColumn())
                    && !name.equals(rows.contactBinding())) {
                throw DataverseException.badPayload("Invalid property '" + name + "' was found in entity "
                        + "'Microsoft.Dynamics.CRM." + rows.table().logicalName()
                        + "'. The property does not exist on the type, or cannot be written.");
            }
        }
    }

    private static String text(ObjectNode body, String name, String otherwise) {
        JsonNode value = body.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isString() || value.asString().length() > ExternalIdentityTable.LONGEST_TEXT) {
            throw DataverseException.badPayload(
                    "'" + name + "' must be a text of at most " + ExternalIdentityTable.LONGEST_TEXT + " characters");
        }
        return value.asString();
    }

    private @Nullable String contact(ObjectNode body, ExternalIdentityTable rows, @Nullable String otherwise) {
        JsonNode value = body.path(rows.contactBinding());
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (value.isNull()) {
            return null;
        }
        var bound = BOUND.matcher(value.asString(""));
        if (!bound.matches()) {
            throw DataverseException.badPayload("'" + rows.contactBinding() + "' must be /contacts(GUID)");
        }
        var id = bound.group(1);
        return contacts.contact(id)
                .orElseThrow(() -> DataverseException.noSuchContact(id))
                .id();
    }
}
