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
import latchkey.sync.Polls.Walk;
import latchkey.sync.dataverse.DataverseSettings;
import org.springframework.stereotype.Component;

/** Lets a person have one contact, or all of them, looked at now, on a word that is kept in the trail. */
@Component
class OnDemand {

    private final Nets nets;
    private final Polls polls;
    private final Readings readings;
    private final DataverseSettings settings;
    private final Trail trail;
    private final Bell bell;
    private final Clock clock;

    OnDemand(
            Nets nets,
            Polls polls,
            Readings readings,
            DataverseSettings settings,
            Trail trail,
            Bell bell,
            Clock clock) {
        this.nets = nets;
        this.polls = polls;
        this.readings = readings;
        this.settings = settings;
        this.trail = trail;
        this.bell = bell;
        this.clock = clock;
    }

    /** One contact, whether or not anything was ever heard of it. */
    void one(Agent agent, DirectoryId directory, UUID contact) {
        demandEnvironment(directory);
        note(agent, "sync-contact-now", Map.of("directory", directory.value(), "contact", contact.toString()));
        nets.asked(directory, contact, clock.instant());
        bell.ring();
    }

    /** Every contact of an environment whose changes are asked for. */
    void all(Agent agent, DirectoryId directory) {
        if (!demandEnvironment(directory).delta().enabled()) {
            throw new ProblemException(Problem.SYNC_NOT_ASKED_FOR);
        }
        note(agent, "sync-read-all", Map.of("directory", directory.value()));
        polls.startOver(directory, Walk.ASKED, clock.instant());
        readings.wake();
    }

    private DataverseSettings.Environment demandEnvironment(DirectoryId directory) {
        var environment = settings.dataverse().get(directory.value());
        if (environment == null) {
            throw new ProblemException(Problem.DIRECTORY_NOT_FOUND);
        }
        return environment;
    }

    private void note(Agent agent, String action, Map<String, String> facts) {
        trail.note(new Announcement(agent.actor(), action, null, null, null, null, facts, Map.of()), null);
    }
}
