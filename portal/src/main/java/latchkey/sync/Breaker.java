package latchkey.sync;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import latchkey.directory.DirectoryId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stops the sync of a directory when most attempts fail for a reason that has nothing to do with the contacts, so that
 * none is given up for it; one is tried now and then, and the first that succeeds starts it again.
 */
@Component
class Breaker {

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);
    private static final int LOOKED_AT = 50;
    private static final int FEWEST = 20;

    /** Refused credentials refuse everything: there is no need to see twenty of them. */
    private static final int REFUSALS = 3;

    private final Standings standings;
    private final BreakerSettings settings;
    private final Clock clock;
    private final Map<DirectoryId, Deque<Boolean>> lately = new ConcurrentHashMap<>();

    Breaker(Standings standings, BreakerSettings settings, Clock clock) {
        this.standings = standings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Learns from how an attempt ended. */
    void saw(DirectoryId directory, Verdict verdict) {
        switch (verdict) {
            case Verdict.Later later -> failed(directory, later.trouble().reason());
            case Verdict.Unknown unknown -> failed(directory, unknown.trouble().reason());
            case Verdict.Abandoned abandoned -> {}
            case Verdict.GivenBack back -> {}
            case Verdict.InStep done -> worked(directory);
            case Verdict.NotLinked done -> worked(directory);
            case Verdict.Watched done -> worked(directory);
            case Verdict.Held done -> worked(directory);
            case Verdict.Rejected done -> worked(directory);
            case Verdict.Hopeless refused -> worked(directory);
        }
    }

    /** The directories of which this node shall try one contact now. */
    List<DirectoryId> toProbe() {
        return standings.toProbe(clock.instant().plus(settings.probeEvery()));
    }

    private void worked(DirectoryId directory) {
        note(directory, true);
        if (standings.lately(directory).brokenAt() != null && standings.mend(directory)) {
            lately.remove(directory);
            LOG.info("The sync of {} works again", directory);
        }
    }

    private void failed(DirectoryId directory, Reason reason) {
        switch (reason) {
            case DIRECTORY_UNAVAILABLE, DATAVERSE_UNAVAILABLE, OUTCOME_UNKNOWN, AUDIT_UNAVAILABLE ->
                breakWhen(isMost(note(directory, false)), directory, reason);
            case DIRECTORY_MISCONFIGURED, DATAVERSE_MISCONFIGURED ->
                breakWhen(isRefused(note(directory, false)), directory, reason);
            default -> {
                // busy sides say themselves when to come again, and the rest is about the one contact
            }
        }
    }

    private void breakWhen(boolean enough, DirectoryId directory, Reason reason) {
        if (enough && standings.breakOff(directory, reason, clock.instant().plus(settings.probeEvery()))) {
            lately.remove(directory);
            LOG.error("The sync of {} stops until one attempt succeeds: {}", directory, reason.key());
        }
    }

    private List<Boolean> note(DirectoryId directory, boolean worked) {
        var ends = lately.computeIfAbsent(directory, unseen -> new ArrayDeque<>());
        synchronized (ends) {
            ends.addLast(worked);
            if (ends.size() > LOOKED_AT) {
                ends.removeFirst();
            }
            return List.copyOf(ends);
        }
    }

    private boolean isMost(List<Boolean> ends) {
        var failures = ends.stream().filter(worked -> !worked).count();
        return ends.size() >= FEWEST && failures * 100 >= (long) settings.percent() * ends.size();
    }

    private static boolean isRefused(List<Boolean> ends) {
        return ends.size() >= REFUSALS
                && !ends.subList(ends.size() - REFUSALS, ends.size()).contains(true);
    }
}
