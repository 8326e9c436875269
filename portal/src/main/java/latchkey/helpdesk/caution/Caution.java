package latchkey.helpdesk.caution;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latchkey.access.Agent;
import latchkey.access.Permission;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.NotedChanges;
import latchkey.audit.Trail;
import latchkey.database.OneByOne;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Heightened caution: for a while every action asks for a verified caller, what leads into accounts asks for a second
 * person, and limits are halved. It ends by itself.
 */
@Service
public class Caution {

    private static final Set<Integer> HOURS = Set.of(1, 4, 24);
    private static final int LONGEST_WHY = 300;
    private static final int REMEMBERED = 20;

    private final CautionRows rows;
    private final OneByOne oneByOne;
    private final Trail trail;
    private final NotedChanges noted;
    private final Clock clock;

    Caution(CautionRows rows, OneByOne oneByOne, Trail trail, NotedChanges noted, Clock clock) {
        this.rows = rows;
        this.oneByOne = oneByOne;
        this.trail = trail;
        this.noted = noted;
        this.clock = clock;
    }

    public boolean isRaised() {
        return now().isPresent();
    }

    /** The heightened caution that holds now. */
    public Optional<Raised> now() {
        return rows.current(clock.instant());
    }

    /** The last times, newest first. */
    List<Raised> lately() {
        return rows.latest(REMEMBERED);
    }

    /**
     * Raises it; raising it once more counts anew from now.
     *
     * @throws ProblemException {@code NOT_PERMITTED}; {@code INVALID_CAUTION} without one of the times to choose from
     *     or without a reason
     */
    void raise(Agent agent, int hours, @Nullable String why) {
        var reason = reason(agent, "raise-caution", why);
        if (!HOURS.contains(hours)) {
            throw refused(agent, "raise-caution", Problem.INVALID_CAUTION);
        }
        trail.note(entry(agent, "raise-caution", reason, Map.of("hours", String.valueOf(hours))), null);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        oneByOne.run("caution", () -> {
            rows.end(agent, reason, now);
            rows.raise(agent, reason, now, Duration.ofHours(hours));
        });
    }

    /**
     * Ends it before its time.
     *
     * @throws ProblemException {@code NOT_PERMITTED}; {@code INVALID_CAUTION} without a reason; {@code NOTHING_CHANGED}
     *     when it is not raised
     */
    void end(Agent agent, @Nullable String why) {
        var reason = reason(agent, "end-caution", why);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!noted.change(entry(agent, "end-caution", reason, Map.of()), () -> rows.end(agent, reason, now))) {
            throw refused(agent, "end-caution", Problem.NOTHING_CHANGED);
        }
    }

    private String reason(Agent agent, String action, @Nullable String why) {
        if (!agent.may(Permission.RAISE_CAUTION)) {
            throw refused(agent, action, Problem.NOT_PERMITTED);
        }
        if (why == null || why.isBlank() || why.length() > LONGEST_WHY) {
            throw refused(agent, action, Problem.INVALID_CAUTION);
        }
        return why.strip();
    }

    private ProblemException refused(Agent agent, String action, Problem problem) {
        trail.note(entry(agent, action, null, Map.of()), problem.code());
        return new ProblemException(problem);
    }

    private static Announcement entry(Agent agent, String action, @Nullable String why, Map<String, String> facts) {
        return new Announcement(agent.actor(), action, null, null, why, null, facts, Map.of());
    }
}
