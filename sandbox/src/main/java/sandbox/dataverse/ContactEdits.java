package sandbox.dataverse;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import sandbox.people.Author;
import sandbox.people.Contact;
import sandbox.people.Contacts;
import tools.jackson.databind.node.ObjectNode;

/** Edits of contacts by people: on the web portal or in the back office; each raises the webhook. */
@RestController
class ContactEdits {

    private final Contacts contacts;

    ContactEdits(Contacts contacts) {
        this.contacts = contacts;
    }

    record Edit(String as, ObjectNode changes) {

        Edit {
            if (as == null || changes == null) {
                throw new IllegalArgumentException("An edit needs 'as' and 'changes'");
            }
        }
    }

    record Edited(long versionnumber) {}

    @PostMapping("/sandbox/api/contacts/{id}/edit")
    Edited edit(@PathVariable String id, @RequestBody Edit edit) {
        return new Edited(apply(id, edit).version());
    }

    private Contact apply(String id, Edit edit) {
        try {
            return contacts.change(id, changes(edit), author(edit.as()))
                    .orElseThrow(() -> refusal(HttpStatus.NOT_FOUND, "There is no contact with this id"));
        } catch (DataverseException refused) {
            throw refusal(HttpStatus.BAD_REQUEST, String.valueOf(refused.getMessage()));
        }
    }

    private static Map<String, ?> changes(Edit edit) {
        return ContactChanges.read(edit.changes());
    }

    private static Author author(String as) {
        return switch (as) {
            case "portal" -> Author.PORTAL;
            case "backoffice" -> Author.BACK_OFFICE;
            default ->
                throw refusal(HttpStatus.BAD_REQUEST, "Edit as 'portal' or as 'backoffice', not as '" + as + "'");
        };
    }

    private static ErrorResponseException refusal(HttpStatus status, String why) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, why), null);
    }
}
