package latchkey.helpdesk.search;

import java.util.List;
import java.util.SortedSet;
import latchkey.access.Agent;
import latchkey.helpdesk.search.ResultLine.MatchLine;
import org.jspecify.annotations.Nullable;

/**
 * A search as pages and programs see it.
 *
 * @param token opens it again for an hour
 * @param results the surest first, at most 25
 * @param tried where was looked
 * @param unanswered where could not be looked just now
 * @param more whether there are further customers with such a name
 * @param limited whether there may be customers whom the agent does not see
 * @param anotherDesk whom to ask about those, in words; null when the settings name nobody
 */
record ResultView(
        String token,
        List<ResultLine> results,
        List<MatchLine> tried,
        List<MatchLine> unanswered,
        boolean more,
        boolean limited,
        @Nullable String anotherDesk) {

    static ResultView of(Agent agent, String token, Result result, SearchSettings settings) {
        return new ResultView(
                token,
                result.found().stream()
                        .map(found -> ResultLine.of(found, settings.brandAttribute()))
                        .toList(),
                lines(result.tried()),
                lines(result.unanswered()),
                result.more(),
                !agent.seesEveryone(),
                agent.seesEveryone() ? null : settings.anotherDesk());
    }

    private static List<MatchLine> lines(SortedSet<Place> places) {
        return places.stream().map(MatchLine::of).toList();
    }
}
