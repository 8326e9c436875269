package sandbox.dataverse;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import sandbox.people.Author;
import sandbox.people.BeforeCommit;
import sandbox.people.Contact;
import sandbox.people.Contacts;
import sandbox.people.ExternalIdentities;
import sandbox.people.ExternalIdentity;
import tools.jackson.databind.node.ObjectNode;

/** What people do to contacts, on the web portal or in the back office; each thing raises the webhook. */
@RestController
class ContactEdits {

    private final Contacts contacts;
    private final Merges merges;
    private final ExternalIdentities identities;

    ContactEdits(Contacts contacts, Merges merges, ExternalIdentities identities) {
        this.contacts = contacts;
        this.merges = merges;
        this.identities = identities;
    }

    /**
     * An edit.
     *
     * @param rolledBack whether the transaction is rolled back after the synchronous steps ran
     */
    record Edit(String as, ObjectNode changes, @Nullable Boolean rolledBack) {

        Edit {
            if (as == null || changes == null) {
                throw new IllegalArgumentException("An edit needs 'as' and 'changes'");
            }
        }
    }

    record Edited(long versionnumber) {}

    record Created(String id, long versionnumber) {}

    record Merge(String as, String into) {

        Merge {
            if (as == null || into == null) {
                throw new IllegalArgumentException("A merge needs 'as' and 'into', the contact that is kept");
            }
        }
    }

    /** The user names of a contact's external identities; they take the place of those it had. */
    record UserNames(List<String> userNames) {

        UserNames {
            if (userNames == null) {
                throw new IllegalArgumentException("Say {\"userNames\": [...]}");
            }
        }
    }

    @PostMapping("/sandbox/api/contacts/{id}/edit")
    Edited edit(@PathVariable String id, @RequestBody Edit edit) {
        return new Edited(inWords(() -> apply(id, edit)).version());
    }

    @PostMapping("/sandbox/api/contacts")
    Created create(@RequestBody Edit edit) {
        var created = inWords(() -> contacts.create(null, ContactChanges.read(edit.changes()), author(edit.as())));
        return new Created(created.id(), created.version());
    }

    @DeleteMapping("/sandbox/api/contacts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, @RequestParam(defaultValue = "backoffice") String as) {
        if (!inWords(() -> contacts.delete(id, author(as)))) {
            throw nobody();
        }
    }

    @PostMapping("/sandbox/api/contacts/{id}/merge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void merge(@PathVariable String id, @RequestBody Merge merge) {
        inWords(() -> {
            merges.merge(merge.into(), id, Map.of(), author(merge.as()));
            return true;
        });
    }

    @PutMapping("/sandbox/api/contacts/{id}/identities")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void identities(@PathVariable String id, @RequestBody UserNames wanted) {
        var contact = contacts.contact(id).orElseThrow(ContactEdits::nobody);
        identities.of(contact.id()).toList().forEach(row -> identities.delete(row.id()));
        wanted.userNames().forEach(userName -> identities.put(null, userName, ExternalIdentity.PROVIDER, contact.id()));
    }

    static Author author(String as) {
        return switch (as) {
            case "portal" -> Author.PORTAL;
            case "backoffice" -> Author.BACK_OFFICE;
            default ->
                throw refusal(HttpStatus.BAD_REQUEST, "Edit as 'portal' or as 'backoffice', not as '" + as + "'");
        };
    }

    static <T> T inWords(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataverseException | Merges.Impossible refused) {
            throw refusal(HttpStatus.BAD_REQUEST, String.valueOf(refused.getMessage()));
        } catch (BeforeCommit.Refused stepFailed) {
            throw refusal(HttpStatus.CONFLICT, String.valueOf(stepFailed.getMessage()));
        }
    }

    static ErrorResponseException nobody() {
        return refusal(HttpStatus.NOT_FOUND, "There is no contact with this id");
    }

    static ErrorResponseException refusal(HttpStatus status, String why) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, why), null);
    }

    private Contact apply(String id, Edit edit) {
        var changes = ContactChanges.read(edit.changes());
        var author = author(edit.as());
        if (Boolean.TRUE.equals(edit.rolledBack())) {
            contacts.rollBack(id, changes, author);
            return contacts.contact(id).orElseThrow(ContactEdits::nobody);
        }
        return contacts.change(id, changes, author).orElseThrow(ContactEdits::nobody);
    }
}
