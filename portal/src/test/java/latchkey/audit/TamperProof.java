package latchkey.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Every kind of tampering at many places drawn from a seed, judged by both verifiers; and trails that nobody touched. */
final class TamperProof {

    private static final int PLACES_IN_ONE_TRAIL = 25;

    private final long seed;

    private final List<String> wrong = new ArrayList<>();

    private int tried;

    TamperProof(long seed) {
        this.seed = seed;
    }

    /** How often something was judged. */
    int tried() {
        return tried;
    }

    /** What was missed, named wrongly or accused without reason; each line can be drawn again from its seed. */
    List<String> wrong() {
        return wrong;
    }

    TamperProof tamper(Tampering kind, int places) {
        var random = new Random(seed + kind.ordinal());
        var histories = new Histories(random);
        var trail = wellAnchored(histories);
        for (int turn = 0; turn < places; turn++) {
            if (turn % PLACES_IN_ONE_TRAIL == 0) {
                trail = wellAnchored(histories);
            }
            judge(kind, trail.copy(), random, turn);
        }
        return this;
    }

    TamperProof leaveAlone(int trails) {
        var histories = new Histories(new Random(seed));
        for (int turn = 0; turn < trails; turn++) {
            var trail = histories.anchored(turn % 40).close();
            expectSound("database, untouched trail " + turn, trail.judgedInTheDatabase());
            expectSound("export, untouched trail " + turn, trail.judgedAsExport());
            expectSound(
                    "export, untouched stretch " + turn,
                    histories.nextStretch().close().judgedAsExport());
        }
        return this;
    }

    private static CopyOfTrail wellAnchored(Histories histories) {
        var trail = histories.next(60);
        while (trail.anchors.size() < 2) {
            trail = histories.next(60);
        }
        return trail;
    }

    private void judge(Tampering kind, CopyOfTrail trail, Random random, int turn) {
        var place = kind.apply(trail, random);
        var what = "%s, turn %d of seed %d".formatted(kind, turn, seed);
        expect(what + ", database", trail.judgedInTheDatabase(), place.first(), place.first());
        if (kind == Tampering.CUTS_THE_TAIL && random.nextBoolean()) {
            trail.dropTheEnd();
        }
        if (kind.isSeenInAnExport()) {
            expect(what + ", export", trail.judgedAsExport(), place.from(), place.to());
        }
    }

    private void expect(String what, Verdict verdict, long from, long to) {
        tried++;
        var right = verdict instanceof Verdict.Broken broken && isBetween(broken, from, to);
        if (!right) {
            wrong.add("%s: between %d and %d, but %s".formatted(what, from, to, verdict));
        }
    }

    /** Of anchors no entry is named, or the one they stand behind. */
    private static boolean isBetween(Verdict.Broken broken, long from, long to) {
        var entry = broken.entry();
        return from == 0 || (entry != null && entry >= from && entry <= to);
    }

    private void expectSound(String what, Verdict verdict) {
        tried++;
        if (verdict instanceof Verdict.Broken) {
            wrong.add("%s, seed %d: %s".formatted(what, seed, verdict));
        }
    }
}
