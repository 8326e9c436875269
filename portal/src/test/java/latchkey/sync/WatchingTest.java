package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import latchkey.sync.HeldRows.Difference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sync that only watches tells what differs and writes nothing; one that is let writes what differs and nothing else. */
class WatchingTest {

    private static final String NAME = "lastname";
    private static final String MAPPING = "latchkey.dataverse.contoso.mapping.attributes.";

    private final SyncGround ground = SyncGround.with(
            SyncGround.guards(Map.of()),
            SyncGround.mapping(Map.of(MAPPING + "displayName.column", "fullname", MAPPING + "surname.column", NAME)));

    @BeforeEach
    void watches() {
        assertThat(ground.standings.goLive(SlyDirectory.ID, false)).isTrue();
    }

    @Test
    void itTellsWhatDiffersAndWritesNothing() {
        var jan = ground.linkedContact();
        ground.edit(jan, NAME, "Jansen");
        ground.work();
        assertThat(ground.state(jan)).isEqualTo(State.WATCHED);
        assertThat(ground.directory.writes).isZero();
        assertThat(ground.held.differences(SlyDirectory.ID)).containsExactly(new Difference("surname", "set", 1));
        assertThat(ground.text(jan, "differences")).doesNotContain("Jansen");
    }

    @Test
    void whatDoesNotDifferIsInStep() {
        var jan = ground.linkedContact();
        ground.hint(jan);
        ground.work();
        assertThat(ground.state(jan)).isEqualTo(State.SETTLED);
    }

    @Test
    void goingLiveWritesWhatDiffersAsBulkWorkAndNothingElse() {
        var different = Stream.generate(ground::linkedContact).limit(3).toList();
        var equal = ground.linkedContact();
        different.forEach(contact -> ground.edit(contact, NAME, "Jansen"));
        ground.hint(equal);
        ground.work();

        assertThat(ground.standings.goLive(SlyDirectory.ID, true)).isTrue();
        assertThat(ground.claim(10, SyncLane.LIVE)).isEmpty();
        assertThat(ground.work()).isEqualTo(3);
        assertThat(ground.directory.writes).isEqualTo(3);
        different.forEach(contact -> assertThat(ground.truth(contact)).containsEntry("surname", "Jansen"));
    }

    @Test
    void howManyThereAreWasSeenSoThatGoingLiveIsNotHeldForIt() {
        var careful = SyncGround.with(
                SyncGround.guards(Map.of("latchkey.sync.guards.many.cleared-names", "1")), SyncGround.ORDINARY);
        var cleared = Stream.generate(careful::linkedContact).limit(3).toList();
        cleared.forEach(contact -> {
            careful.edit(contact, NAME, "Jansen");
            careful.work();
        });
        careful.standings.goLive(SlyDirectory.ID, false);
        cleared.forEach(contact -> careful.edit(contact, NAME, ""));
        careful.work();
        careful.standings.goLive(SlyDirectory.ID, true);
        careful.work();
        cleared.forEach(contact -> assertThat(careful.truth(contact)).doesNotContainKey("surname"));
    }

    @Test
    void goingBackStopsWritingAtOnce() {
        var jan = ground.linkedContact();
        ground.standings.goLive(SlyDirectory.ID, true);
        ground.edit(jan, NAME, "Jansen");
        ground.work();
        ground.standings.goLive(SlyDirectory.ID, false);
        ground.edit(jan, NAME, "de Vries");
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("surname", "Jansen");
    }

    @Test
    void anAttemptThatEndsWatchingAfterTheSwitchIsNotForgotten() {
        var jan = ground.linkedContact();
        ground.edit(jan, NAME, "Jansen");
        var row = ground.claim().getFirst();
        var verdict = ground.attempt(row);
        ground.standings.goLive(SlyDirectory.ID, true);
        ground.end(row, verdict);
        assertThat(ground.rows.wakeWatched(ground.clock.instant())).isEqualTo(1);
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("surname", "Jansen");
    }

    @Test
    void switchingTwiceIsSwitchingOnce() {
        assertThat(ground.standings.goLive(SlyDirectory.ID, false)).isFalse();
        assertThat(ground.standings.pause(SlyDirectory.ID, false)).isFalse();
    }

    @Test
    void whatAPersonPausedIsNotTakenUntilItGoesOn() {
        var jan = ground.linkedContact();
        ground.standings.pause(SlyDirectory.ID, true);
        ground.edit(jan, NAME, "Jansen");
        assertThat(ground.work()).isZero();
        ground.standings.pause(SlyDirectory.ID, false);
        assertThat(ground.work()).isEqualTo(1);
    }

    @Test
    void aReleasedContactIsWrittenAsItWasHeld() {
        var jan = held();
        decide(jan, Claimed.Word.RELEASED);
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("displayName", "<Jan>");
        assertThat(ground.state(jan)).isEqualTo(State.SETTLED);
    }

    @Test
    void aReleaseDoesNotCountForANewerVersion() {
        var jan = held();
        decide(jan, Claimed.Word.RELEASED);
        ground.edit(jan, "fullname", "<Jan Jansen>");
        ground.work();
        assertThat(ground.state(jan)).isEqualTo(State.HELD);
        assertThat(ground.directory.writes).isZero();
    }

    @Test
    void aRejectedContactIsLeftAloneUntilItChanges() {
        var jan = held();
        decide(jan, Claimed.Word.REJECTED);
        ground.hint(jan);
        ground.work();
        assertThat(ground.state(jan)).isEqualTo(State.REJECTED);
        ground.hint(jan);
        ground.work();
        assertThat(ground.state(jan)).isEqualTo(State.REJECTED);
        ground.edit(jan, "fullname", "Jan");
        ground.work();
        assertThat(ground.truth(jan)).containsEntry("displayName", "Jan");
    }

    @Test
    void whatIsNotHeldCannotBeDecided() {
        var jan = held();
        decide(jan, Claimed.Word.REJECTED);
        assertThat(ground.held.decide(SlyDirectory.ID, jan, Claimed.Word.RELEASED, ground.clock.instant()))
                .isFalse();
    }

    @Test
    void heldContactsAreToldOnceByReason() {
        held();
        assertThat(ground.held.markTold(ground.clock.instant())).containsExactly(new HeldRows.Count("value-unfit", 1));
        assertThat(ground.held.markTold(ground.clock.instant())).isEmpty();
    }

    private UUID held() {
        var jan = ground.linkedContact();
        ground.standings.goLive(SlyDirectory.ID, true);
        ground.edit(jan, "fullname", "<Jan>");
        ground.work();
        assertThat(ground.state(jan)).isEqualTo(State.HELD);
        return jan;
    }

    private void decide(UUID contact, Claimed.Word word) {
        assertThat(ground.held.decide(SlyDirectory.ID, contact, word, ground.clock.instant()))
                .isTrue();
    }
}
