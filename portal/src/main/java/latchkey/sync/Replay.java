package latchkey.sync;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.Trail;
import latchkey.directory.DirectoryId;
import org.springframework.stereotype.Component;

/** Lets contacts that were given up try again, on a person's word that is kept in the trail. */
@Component
class Replay {

    private final ParkedRows rows;
    private final Trail trail;
    private final Bell bell;
    private final Clock clock;

    Replay(ParkedRows rows, Trail trail, Bell bell, Clock clock) {
        this.rows = rows;
        this.trail = trail;
        this.bell = bell;
        this.clock = clock;
    }

    /** Tells {@link Problem#SYNC_ROW_NOT_FOUND} when nothing was ever heard of the contact. */
    void one(Agent agent, DirectoryId directory, UUID contact) {
        if (!rows.exists(directory, contact)) {
            throw new ProblemException(Problem.SYNC_ROW_NOT_FOUND);
        }
        note(agent, Map.of("directory", directory.value(), "contact", contact.toString()));
        rows.replay(directory, contact, clock.instant());
        bell.ring();
    }

    /** Every parked contact; returns how many. */
    int all(Agent agent) {
        note(agent, Map.of("contacts", "all"));
        var replayed = rows.replayAll(clock.instant());
        bell.ring();
        return replayed;
    }

    private void note(Agent agent, Map<String, String> facts) {
        trail.note(new Announcement(agent.actor(), "replay-contact", null, null, null, null, facts, Map.of()), null);
    }
}
