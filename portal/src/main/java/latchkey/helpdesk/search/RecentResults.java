package latchkey.helpdesk.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The results of the last minute, so that the page after a search asks nobody again. */
final class RecentResults {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final Clock clock;
    private final Map<Key, Kept> results = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > MOST || isOver(eldest.getValue());
        }
    };

    RecentResults(Clock clock) {
        this.clock = clock;
    }

    synchronized void put(String agent, String token, Result result) {
        results.put(new Key(agent, token), new Kept(result, clock.instant().plus(KEPT)));
    }

    synchronized Optional<Result> find(String agent, String token) {
        return Optional.ofNullable(results.get(new Key(agent, token)))
                .filter(kept -> !isOver(kept))
                .map(Kept::result);
    }

    private boolean isOver(Kept kept) {
        return clock.instant().isAfter(kept.until());
    }

    private record Key(String agent, String token) {}

    private record Kept(Result result, Instant until) {}
}
