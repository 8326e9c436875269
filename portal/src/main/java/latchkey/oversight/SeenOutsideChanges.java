package latchkey.oversight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.directory.DirectoryEvent;
import latchkey.directory.OutsideChanges;
import latchkey.directory.OutsideChanges.OutsideChange;
import latchkey.helpdesk.population.Populations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Changes made outside Latchkey, as far as an agent sees whom they are about. */
@Service
class SeenOutsideChanges {

    static final Duration SHOWN_FOR = Duration.ofDays(30);

    private static final int SHOWN = 200;

    private final OutsideChanges changes;
    private final Populations populations;
    private final Clock clock;

    SeenOutsideChanges(OutsideChanges changes, Populations populations, Clock clock) {
        this.changes = changes;
        this.populations = populations;
        this.clock = clock;
    }

    List<Line> latest(Agent agent) {
        var latest = changes.latest(clock.instant().minus(SHOWN_FOR), SHOWN);
        var seen = populations.seen(
                agent, latest.stream().map(OutsideChange::customer).toList());
        return latest.stream()
                .filter(change -> seen.contains(change.customer()))
                .map(Line::of)
                .toList();
    }

    /**
     * One change.
     *
     * @param by an application's name or a person's object id; null when the log names nobody
     */
    record Line(
            String directory,
            UUID customer,
            Instant at,
            String activity,
            DirectoryEvent.Kind kind,
            @Nullable String by,
            List<String> changed) {

        private static Line of(OutsideChange change) {
            var event = change.event();
            return new Line(
                    change.customer().directory().value(),
                    change.customer().objectId(),
                    event.at(),
                    event.activity(),
                    event.by().kind(),
                    event.by().name(),
                    event.changed());
        }
    }
}
