package latchkey.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The budgets of one app registration in one directory.
 *
 * @param directory whose
 * @param users what calls with it: {@code agents}, {@code sync}
 * @param budgets what is left, shared by all nodes
 * @param waiting calls of this node that wait for a permit, agents' first, then live changes, then bulk
 * @param waited how long agents' calls of this node waited for their permits in the last minutes
 * @param refused answers 429 that this node got since it started
 * @param lastRefused when the last of them came; null when none did
 */
public record QuotaState(
        DirectoryId directory,
        List<String> users,
        List<Left> budgets,
        List<Integer> waiting,
        Waited waited,
        long refused,
        @Nullable Instant lastRefused) {

    public QuotaState {
        users = List.copyOf(users);
        budgets = List.copyOf(budgets);
        waiting = List.copyOf(waiting);
    }

    /** What Graph counts. */
    public enum Kind {
        RESOURCE_UNITS,
        WRITES,
        TENANT_WRITES,
        REPORTS
    }

    /**
     * What is left of one budget.
     *
     * @param granted per window
     * @param available now; below zero while the directory wants to be left alone
     */
    public record Left(Kind kind, long granted, Duration window, long available) {

        /** In percent of what is granted, between 0 and 100. */
        public long percent() {
            return Math.clamp(available * 100 / granted, 0, 100);
        }
    }

    /**
     * Times that calls waited.
     *
     * @param calls how many
     * @param medianMillis half of them waited no longer
     * @param slowestMillis 99 of 100 waited no longer
     */
    public record Waited(long calls, double medianMillis, double slowestMillis) {}
}
