package sandbox.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import sandbox.dataverse.LoginClaims;
import sandbox.dataverse.Merges;
import sandbox.people.Author;
import sandbox.people.Contact;
import sandbox.people.Contacts;

/** The buttons that create, rest, merge and delete a contact, and that let old claims overwrite it. */
@Controller
class ContactButtons {

    private final Contacts contacts;
    private final Merges merges;
    private final LoginClaims logins;

    ContactButtons(Contacts contacts, Merges merges, LoginClaims logins) {
        this.contacts = contacts;
        this.merges = merges;
        this.logins = logins;
    }

    @PostMapping("/console/contacts")
    String create(
            @RequestParam String firstname,
            @RequestParam String lastname,
            @RequestParam String userName,
            RedirectAttributes next) {
        Map<String, Object> columns = new LinkedHashMap<>();
        put(columns, Contact.FIRST_NAME, firstname);
        put(columns, Contact.LAST_NAME, lastname);
        put(columns, Contact.USER_NAME, userName);
        var created = contacts.create(null, columns, Author.BACK_OFFICE);
        return back(created.id(), "Created as version " + created.version() + ".", next);
    }

    @PostMapping("/console/contacts/{id}/state")
    String rest(@PathVariable String id, @RequestParam int state, RedirectAttributes next) {
        var isRest = state == 1;
        if (contacts.change(id, Map.of(Contact.STATE, isRest ? 1 : 0), Author.BACK_OFFICE)
                .isEmpty()) {
            throw nobody();
        }
        return back(id, isRest ? "The contact is inactive now." : "The contact is active now.", next);
    }

    @PostMapping("/console/contacts/{id}/merge")
    String merge(@PathVariable String id, @RequestParam String into, RedirectAttributes next) {
        try {
            merges.merge(into.strip(), id, Map.of(), Author.BACK_OFFICE);
            return back(id, "Merged: this contact is inactive and says which one is kept.", next);
        } catch (Merges.Impossible impossible) {
            next.addFlashAttribute("problem", impossible.getMessage());
            return "redirect:/console/people/" + id;
        }
    }

    @PostMapping("/console/contacts/{id}/delete")
    String delete(@PathVariable String id) {
        if (!contacts.delete(id, Author.BACK_OFFICE)) {
            throw nobody();
        }
        return "redirect:/";
    }

    @PostMapping("/console/contacts/{id}/portal-sign-in")
    String signIn(@PathVariable String id, @RequestParam String token, RedirectAttributes next) {
        var contact = contacts.contact(id).orElseThrow(ContactButtons::nobody);
        var issuedAt = token.equals("old") ? logins.beforeTheLastChange(contact) : Instant.now();
        logins.write(contact, logins.issuedAt(issuedAt, contact));
        return back(id, "Signed in; the portal wrote the claims of the token to the contact.", next);
    }

    private static String back(String id, String saved, RedirectAttributes next) {
        next.addFlashAttribute("saved", saved);
        return "redirect:/console/people/" + id;
    }

    private static void put(Map<String, Object> columns, String name, String value) {
        if (!value.isBlank()) {
            columns.put(name, value.strip());
        }
    }

    private static ResponseStatusException nobody() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no contact with this id in the sandbox.");
    }
}
