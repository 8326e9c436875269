package benchmarks.proofs.audit;

/**
 * What a run came to.
 *
 * @param entries how long the trail was
 * @param writing seconds for writing it, each group of entries committed and anchored
 * @param checking seconds for checking it in the database, with all keys
 * @param exporting seconds for writing the export
 * @param sound how many entries the check of the export found sound
 * @param offline seconds of that check, with the public key alone
 * @param kinds of tampering
 * @param changed how often a verifier was asked about a trail that was changed
 * @param missed how often it saw nothing or named another entry
 * @param untouched how often one was asked about a trail that nobody touched
 * @param accused how often it found something in one
 */
record Figures(
        long entries,
        double writing,
        double checking,
        double exporting,
        long sound,
        double offline,
        int kinds,
        long changed,
        long missed,
        long untouched,
        long accused) {

    private static final long GOAL = 1_000_000;

    private static final double SECONDS = 60;

    boolean isWhole() {
        return entries >= GOAL;
    }

    boolean reached() {
        return isWhole() && holds();
    }

    /** Whether what was run went well, however little it was. */
    boolean holds() {
        return sound == entries && offline <= SECONDS && missed == 0 && accused == 0 && changed > 0 && untouched > 0;
    }
}
