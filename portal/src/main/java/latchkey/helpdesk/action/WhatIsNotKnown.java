package latchkey.helpdesk.action;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import latchkey.directory.ActivityLog;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryKind;
import latchkey.directory.LogReading;
import org.springframework.stereotype.Component;

/** Says where the picture of a customer's last weeks has holes: silence must not look like calm. */
@Component
class WhatIsNotKnown {

    private final ActivityLog log;
    private final Clock clock;

    WhatIsNotKnown(ActivityLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    List<Contradiction> about(Directory directory) {
        var from = clock.instant().minus(Contradictions.LOOKED_BACK);
        var unknown = new ArrayList<Contradiction>();
        unknown.addAll(ofTheLog(log.reading(directory.id()), from));
        if (directory.kind() != DirectoryKind.AZURE_AD_B2C) {
            // Facts §7.2: only Azure AD B2C writes its customers' sign-ins into the log that is collected.
            unknown.add(Contradiction.unknown("no-sign-ins"));
        }
        unknown.add(Contradiction.unknown("older", from, null));
        return unknown;
    }

    private static List<Contradiction> ofTheLog(LogReading reading, Instant from) {
        if (!reading.collected()) {
            return List.of(Contradiction.unknown("no-log"));
        }
        if (reading.until() == null) {
            return List.of(Contradiction.unknown("log-not-read"));
        }
        var unknown = new ArrayList<Contradiction>();
        if (reading.trouble() != null) {
            unknown.add(Contradiction.unknown("log-read-until", reading.until(), null));
        }
        reading.gaps().stream()
                .filter(gap -> gap.until().isAfter(from))
                .map(gap -> Contradiction.unknown("log-gap", gap.from(), gap.until()))
                .forEach(unknown::add);
        return unknown;
    }
}
