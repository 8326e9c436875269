package latchkey.helpdesk.search;

import java.net.URI;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.access.Requires;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Searching for programs: the query travels in the body, the address holds an opaque token. */
@RestController
@Requires(Permission.SEARCH_CUSTOMERS)
class SearchEndpoint {

    private final Searches searches;
    private final SearchSettings settings;

    SearchEndpoint(Searches searches, SearchSettings settings) {
        this.searches = searches;
        this.settings = settings;
    }

    /**
     * What to search for.
     *
     * @param query e-mail address, phone number, id, customer number or the beginning of a name
     * @param directory where to look; null for everywhere
     */
    record NewSearch(@Nullable String query, @Nullable String directory) {}

    @PostMapping("/api/v1/searches")
    ResponseEntity<ResultView> start(Agent agent, @RequestBody NewSearch wanted) {
        if (wanted.query() == null) {
            throw new ProblemException(Problem.INVALID_SEARCH);
        }
        var done = searches.start(agent, wanted.query(), wanted.directory());
        return ResponseEntity.created(URI.create("/api/v1/searches/" + done.token()))
                .body(ResultView.of(agent, done.token(), done.result(), settings));
    }

    @GetMapping("/api/v1/searches/{token}")
    ResultView show(Agent agent, @PathVariable String token) {
        return ResultView.of(agent, token, searches.of(agent, token), settings);
    }
}
