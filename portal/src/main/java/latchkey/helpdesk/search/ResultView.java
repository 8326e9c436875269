package latchkey.helpdesk.search;

import java.util.List;
import java.util.SortedSet;
import latchkey.helpdesk.search.ResultLine.MatchLine;

/**
 * A search as pages and programs see it.
 *
 * @param token opens it again for an hour
 * @param results the surest first, at most 25
 * @param tried where was looked
 * @param unanswered where could not be looked just now
 * @param more whether there are further customers with such a name
 */
record ResultView(
        String token, List<ResultLine> results, List<MatchLine> tried, List<MatchLine> unanswered, boolean more) {

    static ResultView of(String token, Result result, String brandAttribute) {
        return new ResultView(
                token,
                result.found().stream()
                        .map(found -> ResultLine.of(found, brandAttribute))
                        .toList(),
                lines(result.tried()),
                lines(result.unanswered()),
                result.more());
    }

    private static List<MatchLine> lines(SortedSet<Place> places) {
        return places.stream().map(MatchLine::of).toList();
    }
}
