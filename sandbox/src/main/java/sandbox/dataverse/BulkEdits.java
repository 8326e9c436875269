package sandbox.dataverse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import sandbox.people.Author;
import sandbox.people.Contact;
import sandbox.people.Contacts;
import tools.jackson.databind.node.ObjectNode;

/** Many contacts edited by one person, as an import or a clean-up does it; each edit raises the webhook. */
@RestController
class BulkEdits {

    private final Contacts contacts;

    BulkEdits(Contacts contacts) {
        this.contacts = contacts;
    }

    /**
     * The edits.
     *
     * @param as portal or backoffice
     * @param initiator the user as whom they are made, another one than usual; its id is a GUID
     * @param from how many contacts to pass by, in the order of their ids
     * @param changes texts in which {@code {n}} stands for the number of the contact and {@code {old}} for what the
     *     column holds; a column that holds nothing stays empty when all of it is {@code {old}}
     */
    record Bulk(
            String as, @Nullable String initiator, @Nullable Integer from, int count, ObjectNode changes) {

        Bulk {
            if (as == null || changes == null || count < 0) {
                throw new IllegalArgumentException("A bulk edit needs 'as', 'count' and 'changes'");
            }
        }
    }

    record Changed(int contacts, long latest) {}

    @PostMapping("/sandbox/api/contacts/bulk-edits")
    Changed edit(@RequestBody Bulk bulk) {
        return ContactEdits.inWords(() -> applied(bulk));
    }

    private Changed applied(Bulk bulk) {
        var pattern = ContactChanges.read(bulk.changes());
        var author = author(bulk);
        var ids = contacts.all()
                .skip(Objects.requireNonNullElse(bulk.from(), 0))
                .limit(bulk.count())
                .map(Contact::id)
                .toList();
        for (var i = 0; i < ids.size(); i++) {
            change(ids.get(i), i, pattern, author);
        }
        return new Changed(ids.size(), contacts.latest());
    }

    private void change(String id, int number, Map<String, @Nullable Object> pattern, Author author) {
        contacts.contact(id).ifPresent(contact -> contacts.change(id, filled(pattern, contact, number), author));
    }

    private static Map<String, @Nullable Object> filled(
            Map<String, @Nullable Object> pattern, Contact contact, int number) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        pattern.forEach((column, value) ->
                changes.put(column, value instanceof String text ? filled(text, contact.text(column), number) : value));
        return changes;
    }

    private static @Nullable String filled(String text, @Nullable String old, int number) {
        if (text.equals("{old}")) {
            return old;
        }
        return text.replace("{n}", String.valueOf(number)).replace("{old}", old == null ? "" : old);
    }

    private static Author author(Bulk bulk) {
        var usual = ContactEdits.author(bulk.as());
        if (bulk.initiator() == null) {
            return usual;
        }
        if (!bulk.initiator().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw ContactEdits.refusal(HttpStatus.BAD_REQUEST, "'initiator' must be a GUID in small letters");
        }
        return new Author(usual.kind(), "Bulk edit", bulk.initiator());
    }
}
