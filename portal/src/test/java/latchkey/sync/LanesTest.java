package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import latchkey.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What programs do by the thousand waits behind what a person does. */
class LanesTest {

    private final SyncGround ground = new SyncGround();
    private final Initiators initiators =
            new Initiators(TestDatabase.shared().jdbc(), new LaneSettings(30), ground.clock);

    @Test
    void aSingleChangeGoesBeforeBulkWorkThatHasWaitedLonger() {
        var bulk = Stream.generate(ground::linkedContact).limit(20).toList();
        ground.hintInBulk(bulk.toArray(UUID[]::new));
        ground.pass(Duration.ofMinutes(1));
        var jan = ground.linkedContact();
        ground.hint(jan);
        assertThat(ground.claim(1, SyncLane.BULK)).extracting(Claimed::contact).containsExactly(jan);
        assertThat(ground.claim(5, SyncLane.LIVE)).isEmpty();
        assertThat(ground.claim(5, SyncLane.BULK)).hasSize(5);
    }

    @Test
    void bulkWorkThatAPersonTouchesBecomesLive() {
        var jan = ground.linkedContact();
        ground.hintInBulk(jan);
        ground.hint(jan);
        ground.hintInBulk(jan);
        assertThat(ground.claim(1, SyncLane.LIVE)).extracting(Claimed::contact).containsExactly(jan);
    }

    @Test
    void afterwardsAContactIsNotInBulkAnyMore() {
        var jan = ground.linkedContact();
        ground.hintInBulk(jan);
        ground.work();
        ground.edit(jan, "lastname", "Jansen");
        assertThat(ground.claim(1, SyncLane.LIVE)).hasSize(1);
    }

    @Test
    void whoeverChangesMoreThanThirtyInAMinuteDoesBulkWork() {
        var importer = UUID.randomUUID();
        assertThat(lanes(importer, 30)).containsOnly(SyncLane.LIVE);
        assertThat(lanes(importer, 1)).containsOnly(SyncLane.BULK);
        assertThat(lanes(UUID.randomUUID(), 1)).containsOnly(SyncLane.LIVE);
    }

    @Test
    void anImportStaysBulkWorkFromOneMinuteToTheNextAndIsForgottenAfterwards() {
        var importer = UUID.randomUUID();
        lanes(importer, 31);
        ground.pass(Duration.ofMinutes(1));
        assertThat(lanes(importer, 1)).containsOnly(SyncLane.BULK);
        ground.pass(Duration.ofMinutes(2));
        assertThat(lanes(importer, 1)).containsOnly(SyncLane.LIVE);
    }

    @Test
    void ofWhomNobodySaysAnythingTheChangesAreLive() {
        var hint = new Hint(SlyDirectory.ID, UUID.randomUUID(), UUID.randomUUID());
        assertThat(initiators.laned(java.util.Collections.nCopies(40, hint)))
                .extracting(Hint::lane)
                .containsOnly(SyncLane.LIVE);
    }

    private List<SyncLane> lanes(UUID initiator, int changes) {
        var hints = Stream.generate(
                        () -> new Hint(SlyDirectory.ID, UUID.randomUUID(), UUID.randomUUID(), initiator, SyncLane.LIVE))
                .limit(changes)
                .toList();
        return initiators.laned(hints).stream().map(Hint::lane).toList();
    }
}
