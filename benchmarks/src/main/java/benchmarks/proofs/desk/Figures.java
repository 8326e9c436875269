package benchmarks.proofs.desk;

import benchmarks.measure.Durations;

/**
 * What a run came to.
 *
 * @param pages from the planned moment to the whole page
 * @param methods from asking for the methods to having them
 * @param wrong pages and panels that were not what was asked for
 * @param userReads calls of the agents' registration that read a user
 * @param methodCalls calls in the slow lane of methods
 * @param logCalls calls in the slow lane of the directory's log
 * @param refused answers 429, whoever asked
 * @param edits contacts that were edited meanwhile
 */
record Figures(
        Durations pages,
        Durations methods,
        int wrong,
        long userReads,
        long methodCalls,
        long logCalls,
        long refused,
        int edits) {

    private static final double LONGEST_MILLIS = 1_000;
    private static final int MOST_READS_OF_A_PAGE = 2;

    double readsPerPage() {
        return (double) userReads / Math.max(1, pages.count());
    }

    boolean reached() {
        return pages.percentile(95) < LONGEST_MILLIS
                && wrong == 0
                && refused == 0
                && readsPerPage() <= MOST_READS_OF_A_PAGE
                && methodCalls <= methods.count();
    }
}
