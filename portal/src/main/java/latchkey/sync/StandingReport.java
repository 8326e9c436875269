package latchkey.sync;

import java.util.List;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.DirectoryId;
import latchkey.directory.OtherWriter;
import org.springframework.stereotype.Component;

/** What there is to know before the sync of a directory is switched. */
@Component
class StandingReport {

    private static final int SAMPLES = 20;

    private final Standings standings;
    private final HeldRows rows;
    private final Switches switches;
    private final MappingCheck mappingCheck;

    StandingReport(Standings standings, HeldRows rows, Switches switches, MappingCheck mappingCheck) {
        this.standings = standings;
        this.rows = rows;
        this.switches = switches;
        this.mappingCheck = mappingCheck;
    }

    /**
     * All of it.
     *
     * @param word watching, live, paused or broken
     * @param brokenReason key of why it stopped itself
     * @param linked contacts heard of that feed a customer
     * @param different those of them that differ while it watches
     * @param differences by attribute and kind
     * @param samples some of those that differ
     * @param othersKnown whether the directory's log was read far enough to tell who else writes
     * @param others who else writes
     * @param mistakes what of the mapping fits neither side, as far as that was found out
     */
    public record Report(
            String directory,
            String word,
            boolean live,
            @org.jspecify.annotations.Nullable String brokenReason,
            long linked,
            long different,
            List<HeldRows.Difference> differences,
            List<HeldRow> samples,
            boolean othersKnown,
            List<OtherWriter> others,
            List<String> mistakes) {

        public Report {
            differences = List.copyOf(differences);
            samples = List.copyOf(samples);
            others = List.copyOf(others);
            mistakes = List.copyOf(mistakes);
        }
    }

    Report of(DirectoryId directory) {
        if (!standings.knows(directory)) {
            throw new ProblemException(Problem.DIRECTORY_NOT_FOUND);
        }
        var standing = standings.now(directory);
        var counts = rows.watchedOf(directory);
        var others = switches.others(directory);
        return new Report(
                directory.value(),
                standing.word(),
                standing.live(),
                standing.brokenReason(),
                counts.getOrDefault("linked", 0L),
                counts.getOrDefault("different", 0L),
                rows.differences(directory),
                rows.watched(directory, SAMPLES),
                others.known(),
                others.writers(),
                mappingCheck.mistakes(directory));
    }

    List<Standing> all() {
        return standings.all();
    }
}
