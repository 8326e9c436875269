package latchkey.directory.graph.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a node holds of a shared budget. */
class PurseTest {

    private static final long START = 1_000_000_000L;
    private static final long LATER = START + Duration.ofMinutes(1).toNanos();

    private final Bucket bucket = Bucket.builder()
            .addLimit(limit -> limit.capacity(8_000).refillGreedy(8_000, Duration.ofHours(1)))
            .build();
    private final SharedBudget shared = new SharedBudget(Budget.UNITS, 8_000, bucket);
    private final Purse purse = new Purse(shared, false);

    @Test
    void whoCallsNowAndThenDoesNotWaitForTheDatabaseWhileThereIsPlenty() {
        purse.fill(1, START);

        assertThat(purse.pay(1, LATER)).isTrue();
        assertThat(purse.pay(1, LATER)).isTrue();
    }

    @Test
    void whatWasSpentOnCreditIsTakenFromTheNextBlock() {
        purse.fill(1, START);
        purse.pay(1, START);
        purse.pay(10, LATER);
        assertThat(purse.isInDebt()).isTrue();

        var before = bucket.getAvailableTokens();
        purse.fill(1, LATER);

        assertThat(before - bucket.getAvailableTokens()).isEqualTo(11);
        assertThat(purse.isInDebt()).isFalse();
    }

    @Test
    void creditEndsAtAHundredthOfTheBudget() {
        purse.fill(1, START);
        purse.pay(1, START);

        assertThat(purse.pay(80, LATER)).isTrue();
        assertThat(purse.pay(1, LATER)).isFalse();
    }

    @Test
    void thereIsNoCreditWhenTheBudgetIsUsedUp() {
        bucket.tryConsumeAsMuchAsPossible();
        purse.fill(1, START);

        assertThat(purse.pay(1, LATER)).isFalse();
    }

    @Test
    void bulkWorkHasNoCredit() {
        var bulk = new Purse(shared, true);
        bulk.fill(1, START);
        bulk.pay(1, START);

        assertThat(bulk.pay(1, LATER)).isFalse();
    }
}
