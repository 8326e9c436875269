package benchmarks.proofs.audit;

import benchmarks.proofs.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The page that tells what a run of the proof came to. */
final class Report {

    private Report() {}

    static String of(Figures figures, int places, long seed) {
        return """
            # Proof of the audit trail

            `./latchkey prove audit` writes a long trail with the portal's own appender into an embedded database: each group
            of entries is committed to the disk, and heads are anchored as in an ordinary installation. The keys of some
            customers are destroyed. The trail is checked in the database with all keys, and exported. The export is checked
            by a process that has the public key and 128 MB of heap, and nothing else.

            Then trails of 60 to 180 entries are drawn from the seed, and changed as somebody could who may write to the
            database and to the anchors but has no key: a body, a column, a hash edited; an entry removed, swapped, forged
            in between, replayed, moved to another customer; bodies exchanged; the chain recomputed; the tail cut before the
            last anchor; an anchor edited or removed. Each is judged as the database holds it and as an export does, and
            counts as found only where the first bad entry is named. Without the secret keys that is the stretch behind the
            last anchor before it, for what fits the chain by itself. As many trails are left alone, and stretches of them:
            none may be accused. `TamperingTest` does the same at 100 places.

            What nobody finds in the database: a tail newer than the last anchor that is cut, and the newest anchor removed
            together with such a tail. An export has a signed end, so there both are found.

            | | goal | |
            |---|---|---|
            | verdict | | %s |
            | entries | 1,000,000 | %,d |
            | checked offline, with the public key alone | within 60 s | %.1f s |
            | checked in the database, with all keys | | %.1f s |
            | written by the appender | | %.1f s |
            | exported | | %.1f s |
            | kinds of tampering | at least 10 | %d |
            | places of each kind | 1,000 | %,d |
            | verdicts about changed trails | | %,d |
            | of them missed, or named wrongly | 0 | %,d |
            | verdicts about untouched trails | | %,d |
            | of them accused | 0 | %,d |
            | seed | | %d |
            | day | | %s |
            | machine | | %s |
            """.formatted(
                        verdict(figures),
                        figures.entries(),
                        figures.offline(),
                        figures.checking(),
                        figures.writing(),
                        figures.exporting(),
                        figures.kinds(),
                        places,
                        figures.changed(),
                        figures.missed(),
                        figures.untouched(),
                        figures.accused(),
                        seed,
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.words());
    }

    private static String verdict(Figures figures) {
        if (!figures.holds()) {
            return "**not reached**";
        }
        return figures.isWhole() ? "**reached**" : "held, in a trial with fewer entries";
    }
}
