package latchkey.sync;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.NotedChanges;
import latchkey.directory.ActivityLog;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryId;
import latchkey.directory.LogReading;
import latchkey.directory.OtherWriter;
import latchkey.sync.dataverse.ContactsFailure;
import org.springframework.stereotype.Component;

/** Lets the sync of a directory write or only watch, and stops it or lets it go on, on a person's word. */
@Component
class Switches {

    private final Standings standings;
    private final Mappings mappings;
    private final MappingCheck mappingCheck;
    private final ActivityLog log;
    private final NotedChanges changes;
    private final WatchSettings settings;
    private final Bell bell;
    private final Clock clock;

    Switches(
            Standings standings,
            Mappings mappings,
            MappingCheck mappingCheck,
            ActivityLog log,
            NotedChanges changes,
            WatchSettings settings,
            Bell bell,
            Clock clock) {
        this.standings = standings;
        this.mappings = mappings;
        this.mappingCheck = mappingCheck;
        this.log = log;
        this.changes = changes;
        this.settings = settings;
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * What the directory's own log says of others who write what the sync feeds.
     *
     * @param known whether the log was read far enough to tell
     */
    public record Others(boolean known, List<OtherWriter> writers) {

        public Others {
            writers = List.copyOf(writers);
        }
    }

    /**
     * Begins to write.
     *
     * @param sure whether the person has made sure that nobody else writes, for when the log cannot tell
     */
    void goLive(Agent agent, DirectoryId directory, boolean sure) {
        demandKnown(directory);
        demandFit(directory);
        demandAlone(directory, sure);
        note(agent, "sync-go-live", directory, sure, () -> standings.goLive(directory, true));
    }

    /** Writes nothing from now on. */
    void watch(Agent agent, DirectoryId directory) {
        demandKnown(directory);
        note(agent, "sync-watch", directory, false, () -> standings.goLive(directory, false));
    }

    /** Does nothing at all from now on; what is heard of waits. */
    void pause(Agent agent, DirectoryId directory) {
        demandKnown(directory);
        note(agent, "sync-pause", directory, false, () -> standings.pause(directory, true));
    }

    /** Goes on. */
    void resume(Agent agent, DirectoryId directory) {
        demandKnown(directory);
        note(agent, "sync-resume", directory, false, () -> standings.pause(directory, false));
    }

    /** Who else writes, as far as the log was read. */
    Others others(DirectoryId directory) {
        var since = clock.instant().minus(settings.othersWithin());
        return new Others(
                isRead(log.reading(directory), since),
                log.otherWriters(directory, mappings.of(directory).attributes(), since));
    }

    private static boolean isRead(LogReading reading, Instant since) {
        return reading.collected()
                && reading.until() != null
                && reading.until().isAfter(since)
                && reading.gaps().stream().noneMatch(gap -> gap.until().isAfter(since));
    }

    private void demandKnown(DirectoryId directory) {
        if (!standings.knows(directory)) {
            throw new ProblemException(Problem.DIRECTORY_NOT_FOUND);
        }
    }

    private void demandFit(DirectoryId directory) {
        try {
            var mistakes = mappingCheck.ask(directory);
            if (!mistakes.isEmpty()) {
                throw new ProblemException(Problem.SYNC_MAPPING_UNFIT, Map.of("because", String.join(" ", mistakes)));
            }
        } catch (ContactsFailure e) {
            throw new ProblemException(Problem.DATAVERSE_UNAVAILABLE);
        } catch (DirectoryFailure e) {
            throw new ProblemException(Problem.DIRECTORY_UNAVAILABLE);
        }
    }

    private void demandAlone(DirectoryId directory, boolean sure) {
        var others = others(directory);
        if (!others.writers().isEmpty()) {
            throw new ProblemException(Problem.SYNC_OTHERS_WRITE, Map.of("writers", names(others.writers())));
        }
        if (!others.known() && !sure) {
            throw new ProblemException(Problem.SYNC_OTHERS_UNKNOWN);
        }
    }

    private static String names(List<OtherWriter> writers) {
        return writers.stream().map(OtherWriter::name).collect(Collectors.joining(", "));
    }

    private void note(Agent agent, String action, DirectoryId directory, boolean sure, BooleanSupplier change) {
        var facts =
                sure ? Map.of("directory", directory.value(), "sure", "true") : Map.of("directory", directory.value());
        changes.change(new Announcement(agent.actor(), action, null, null, null, null, facts, Map.of()), change);
        bell.ring();
    }
}
