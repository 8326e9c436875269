package sandbox.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import sandbox.people.Author;
import sandbox.people.Contact;
import sandbox.people.Contacts;
import sandbox.people.History;

/** One person: the contact to edit, the customer beside it, and what changed on either side. */
@Controller
class ContactPage {

    private static final List<String> EDITABLE =
            List.of(Contact.FIRST_NAME, Contact.LAST_NAME, Contact.EMAIL, Contact.MOBILE, Contact.TELEPHONE);
    private static final int LONGEST_VALUE = 50;
    private static final int MOST_EVENTS = 12;

    private final Pairs pairs;
    private final Contacts contacts;
    private final History history;

    ContactPage(Pairs pairs, Contacts contacts, History history) {
        this.pairs = pairs;
        this.contacts = contacts;
        this.history = history;
    }

    /** A change on one of the two sides. */
    record Event(long seq, String at, String side, String by, List<Difference> differences) {}

    /** A value before and after, in words. */
    record Difference(String name, String before, String after) {}

    @GetMapping("/console/people/{id}")
    String person(@PathVariable String id, Model model) {
        fill(id, model);
        return "console/person";
    }

    /** The part that shows the values of both sides, again. */
    @GetMapping("/console/people/{id}/values")
    String values(@PathVariable String id, Model model) {
        fill(id, model);
        return "console/person :: values";
    }

    @PostMapping("/console/people/{id}")
    String edit(
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "portal") String as,
            RedirectAttributes next) {
        var contact = contacts.contact(id).orElseThrow(ContactPage::nobody);
        var changes = changes(contact, form);
        var tooLong = changes.entrySet().stream().filter(ContactPage::isTooLong).findFirst();
        if (tooLong.isPresent()) {
            next.addFlashAttribute(
                    "problem",
                    "Dataverse takes at most 50 characters for " + tooLong.get().getKey()
                            + ", 100 for an address. Nothing was saved.");
        } else if (changes.isEmpty()) {
            next.addFlashAttribute("saved", "Nothing was changed, so nothing was saved and no webhook was raised.");
        } else {
            var author = "backoffice".equals(as) ? Author.BACK_OFFICE : Author.PORTAL;
            contacts.change(id, changes, author)
                    .ifPresent(saved -> next.addFlashAttribute(
                            "saved",
                            "Saved as version " + saved.version()
                                    + ". Dataverse tells the sync now; watch the customer's side."));
        }
        return "redirect:/console/people/" + contact.id();
    }

    private void fill(String id, Model model) {
        var pair = pairs.with(id).orElseThrow(ContactPage::nobody);
        model.addAttribute("pair", pair);
        model.addAttribute("events", events(pair));
    }

    /** Only what differs is sent, as a form of Dataverse does. */
    private static Map<String, @Nullable Object> changes(Contact contact, Map<String, String> form) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        for (var column : EDITABLE) {
            var wanted = blankToNull(form.get(column));
            if (form.containsKey(column) && !Objects.equals(wanted, contact.text(column))) {
                changes.put(column, wanted);
            }
        }
        return changes;
    }

    private static boolean isTooLong(Map.Entry<String, @Nullable Object> change) {
        var longest = change.getKey().equals(Contact.EMAIL) ? 2 * LONGEST_VALUE : LONGEST_VALUE;
        return change.getValue() instanceof String text && text.length() > longest;
    }

    private List<Event> events(Pair pair) {
        List<Event> events = new ArrayList<>();
        if (pair.contact() != null) {
            history.of(pair.contact().id()).forEach(version -> events.add(event("contact", version)));
        }
        if (pair.user() != null) {
            history.of(pair.user().id()).forEach(version -> events.add(event("customer", version)));
        }
        return events.stream()
                .sorted(Comparator.comparingLong(Event::seq).reversed())
                .limit(MOST_EVENTS)
                .toList();
    }

    private static Event event(String side, History.Version version) {
        var differences = version.changes().entrySet().stream()
                .filter(change -> !change.getKey().equals("versionnumber"))
                .map(change -> new Difference(
                        change.getKey(),
                        inWords(change.getValue().before()),
                        inWords(change.getValue().after())))
                .toList();
        return new Event(version.seq(), Times.exact(version.at()), side, version.by(), differences);
    }

    private static String inWords(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static ResponseStatusException nobody() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is nobody with this id in the sandbox.");
    }
}
