package latchkey.helpdesk.search;

import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search box and its results; a sure hit leads straight to the customer. */
@Controller
@Requires(Permission.SEARCH_CUSTOMERS)
class SearchPage {

    private final Searches searches;
    private final SearchSettings settings;

    SearchPage(Searches searches, SearchSettings settings) {
        this.searches = searches;
        this.settings = settings;
    }

    @PostMapping("/search")
    String start(
            Agent agent,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable String directory) {
        var done = searches.start(agent, query, directory);
        return "redirect:" + (done.result().isOneExactly() ? customer(done.result()) : "/search/" + done.token());
    }

    @GetMapping("/search/{token}")
    String show(Agent agent, @PathVariable String token, Model model) {
        var view = ResultView.of(agent, token, searches.of(agent, token), settings);
        model.addAttribute("search", view);
        return "search/results";
    }

    private static String customer(Result result) {
        var id = result.found().getFirst().customer().id();
        return "/directories/%s/customers/%s".formatted(id.directory(), id.objectId());
    }
}
