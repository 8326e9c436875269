package sandbox.console;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import sandbox.people.Person;
import sandbox.people.Seed;

/** The first page: the people with stories, and a search over everybody. */
@Controller
class PeoplePage {

    private static final int MOST_SHOWN = 50;

    private final Seed seed;
    private final Pairs pairs;

    PeoplePage(Seed seed, Pairs pairs) {
        this.seed = seed;
        this.pairs = pairs;
    }

    /** Somebody with a story, as a card. */
    record Card(String id, String key, String story, String name, boolean blocked) {}

    @GetMapping({"/", "/console", "/console/people"})
    String people(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        if (q.isBlank()) {
            model.addAttribute("cards", cards());
        } else {
            var found = pairs.search(q);
            model.addAttribute("found", found.stream().limit(MOST_SHOWN).toList());
            model.addAttribute("count", found.size());
        }
        return "console/people";
    }

    private List<Card> cards() {
        return seed.people().stream().flatMap(person -> card(person).stream()).toList();
    }

    private Optional<Card> card(Person person) {
        var id = person.contactId() == null ? person.userId() : person.contactId();
        return Optional.ofNullable(id)
                .flatMap(pairs::with)
                .map(pair -> new Card(pair.id(), person.key(), person.story(), pair.name(), pair.blocked()));
    }
}
