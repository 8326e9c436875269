package latchkey.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the sync is doing.
 *
 * @param waiting contacts that wait for a worker or for their next attempt
 * @param running contacts that workers have now
 * @param verifying contacts in step that will be read back, because a write of unknown outcome may still happen
 * @param parked contacts that wait for a person
 * @param held contacts that guards hold
 * @param watched contacts that differ and are only watched
 * @param notLinked contacts that feed no customer
 * @param oldest since when the contact that waits longest has waited; null when none waits
 * @param applied versions that reached the directory within the last hour
 * @param lagMedian seconds from saved to applied, half of them within; null when none was applied
 * @param lag95 the same, 95 of 100 within
 */
public record SyncStatus(
        long waiting,
        long running,
        long verifying,
        long parked,
        long held,
        long watched,
        long notLinked,
        @Nullable Instant oldest,
        long applied,
        @Nullable Double lagMedian,
        @Nullable Double lag95) {

    /** The first sentence of the page, as a key: what is wrong comes first. */
    public String sentence() {
        if (parked > 0) {
            return "parked";
        }
        if (held > 0) {
            return "held";
        }
        return waiting + running > 0 ? "working" : "in-step";
    }
}
