package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import latchkey.directory.DirectoryFailure;
import latchkey.sync.SlyDirectory.Mischief;
import latchkey.sync.dataverse.Contact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewestWinsTest {

    private static final String NAME = "lastname";

    private final SyncGround ground = new SyncGround();

    @Test
    void anEditReachesTheDirectory() {
        var jan = ground.linkedContact();
        ground.edit(jan, NAME, "Jansen");
        ground.work();
        assertThat(surname(jan)).isEqualTo("Jansen");
        assertThat(ground.state(jan)).isEqualTo(State.SETTLED);
    }

    @Test
    void aClearedColumnClearsTheAttribute() {
        var jan = ground.linkedContact();
        ground.edit(jan, NAME, "Jansen");
        ground.work();
        ground.edit(jan, NAME, " ");
        ground.work();
        assertThat(truth(jan)).doesNotContainKey("surname");
    }

    @Test
    void manyHintsForOneContactAreWorkedOnOnce() {
        var jan = ground.linkedContact();
        ground.save(jan, NAME, "Jansen");
        ground.hint(jan, jan, jan);
        ground.hint(jan);
        assertThat(ground.work()).isEqualTo(1);
        assertThat(ground.directory.writes).isEqualTo(1);
        assertThat(ground.work()).isZero();
    }

    @Test
    void aHintThatComesDuringAnAttemptIsNotForgotten() {
        var jan = ground.linkedContact();
        ground.edit(jan, NAME, "Jansen");
        var row = ground.claim().getFirst();
        var verdict = ground.attempt(row);
        ground.edit(jan, NAME, "de Vries");
        ground.end(row, verdict);
        assertThat(ground.state(jan)).isEqualTo(State.DUE);
        ground.work();
        assertThat(surname(jan)).isEqualTo("de Vries");
    }

    @Test
    void nobodyElseTakesAContactWhileItIsWorkedOn() {
        var jan = ground.linkedContact();
        ground.edit(jan, NAME, "Jansen");
        assertThat(ground.claim()).hasSize(1);
        ground.hint(jan);
        assertThat(ground.claim()).isEmpty();
    }

    @Test
    void aWayThereAndBackEndsWhereItBeganThoughTheDirectoryLags() {
        var jan = ground.linkedContact();
        ground.edit(jan, NAME, "A");
        ground.work();
        ground.pass(Duration.ofMinutes(10));
        ground.directory.lag = Duration.ofSeconds(30);
        ground.edit(jan, NAME, "B");
        ground.work();
        ground.pass(Duration.ofSeconds(2));
        ground.edit(jan, NAME, "A");
        ground.work();
        assertThat(surname(jan)).isEqualTo("A");
    }

    @Test
    void aLaggingReadDoesNotHideAnotherAttributeOfOurOwnLastWrite() {
        var jan = ground.linkedContact();
        ground.edit(jan, "firstname", "A");
        ground.work();
        ground.pass(Duration.ofMinutes(10));
        ground.directory.lag = Duration.ofSeconds(30);
        ground.edit(jan, "firstname", "B");
        ground.work();
        ground.save(jan, "firstname", "A");
        ground.edit(jan, NAME, "Jansen");
        ground.work();
        assertThat(truth(jan)).containsEntry("givenName", "A").containsEntry("surname", "Jansen");
    }

    @Test
    void anEqualCustomerIsLeftAloneOnceOurLastWriteIsOldEnough() {
        var jan = ground.linkedContact();
        ground.edit(jan, NAME, "Jansen");
        ground.work();
        ground.pass(Duration.ofMinutes(6));
        ground.hint(jan);
        ground.work();
        assertThat(ground.directory.writes).isEqualTo(1);
    }

    @Test
    void aLostAnswerIsRepeatedAndReadBack() {
        var jan = ground.linkedContact();
        ground.directory.next(new Mischief.AnswerLost());
        ground.edit(jan, NAME, "Jansen");
        ground.work();
        assertThat(ground.state(jan)).isEqualTo(State.DUE);
        ground.pass(Duration.ofSeconds(2));
        ground.work();
        assertThat(ground.state(jan)).isEqualTo(State.VERIFYING);
        ground.drain();
        assertThat(ground.state(jan)).isEqualTo(State.SETTLED);
        assertThat(surname(jan)).isEqualTo("Jansen");
    }

    @Test
    void aWriteThatHappensLateDoesNotStandOverANewerOne() {
        var jan = ground.linkedContact();
        ground.directory.next(new Mischief.AppliedLate(Duration.ofSeconds(100)));
        ground.edit(jan, NAME, "old");
        ground.work();
        ground.edit(jan, NAME, "new");
        ground.pass(Duration.ofSeconds(2));
        ground.work();
        assertThat(surname(jan)).isEqualTo("new");
        ground.pass(Duration.ofSeconds(100));
        assertThat(surname(jan)).isEqualTo("old");
        ground.drain();
        assertThat(surname(jan)).isEqualTo("new");
    }

    @Test
    void theReadBackIsPutOffByEachFurtherUnknownOutcome() {
        var jan = ground.linkedContact();
        ground.directory.next(
                new Mischief.AppliedLate(Duration.ofSeconds(110)),
                new Mischief.AppliedLate(Duration.ofSeconds(115)),
                new Mischief.None());
        ground.edit(jan, NAME, "one");
        ground.work();
        ground.pass(Duration.ofSeconds(60));
        ground.edit(jan, NAME, "two");
        ground.work();
        ground.pass(Duration.ofSeconds(30));
        ground.edit(jan, NAME, "three");
        ground.work();
        ground.drain();
        assertThat(surname(jan)).isEqualTo("three");
    }

    @Test
    void aProcessThatDiesAfterTheWriteLeavesItToBeReadBack() {
        var jan = ground.linkedContact();
        ground.edit(jan, NAME, "Jansen");
        ground.attempt(ground.claim().getFirst());
        assertThat(ground.rows.takeOver(1, ground.clock.instant())).isEqualTo(1);
        ground.work();
        assertThat(ground.state(jan)).isEqualTo(State.VERIFYING);
        ground.drain();
        assertThat(surname(jan)).isEqualTo("Jansen");
    }

    @Test
    void aContactWhoseWorkerIsSilentIsTakenOverAtTheEndOfItsLease() {
        var jan = ground.linkedContact();
        ground.edit(jan, NAME, "Jansen");
        var silent = ground.claim().getFirst();
        ground.pass(Duration.ofMinutes(4));
        ground.work();
        ground.save(jan, NAME, "de Vries");
        assertThat(ground.attempt(silent)).isInstanceOf(Verdict.Abandoned.class);
        assertThat(surname(jan)).isEqualTo("Jansen");
    }

    @Test
    void whatAStoppingNodeGivesBackIsDueAtOnceAndNothingIsUnknownAboutIt() {
        var jan = ground.linkedContact();
        ground.edit(jan, NAME, "Jansen");
        ground.end(ground.claim().getFirst(), new Verdict.GivenBack());
        assertThat(ground.state(jan)).isEqualTo(State.DUE);
        assertThat(ground.text(jan, "attempts")).isEqualTo("0");
        ground.work();
        assertThat(ground.state(jan)).isEqualTo(State.SETTLED);
    }

    @Test
    void whoeverLostTheClaimRecordsNothing() {
        var jan = ground.linkedContact();
        ground.edit(jan, NAME, "Jansen");
        var silent = ground.claim().getFirst();
        ground.pass(Duration.ofMinutes(4));
        assertThat(ground.claim()).hasSize(1);
        ground.end(silent, new Verdict.NotLinked(Reason.CONTACT_GONE));
        assertThat(ground.state(jan)).isEqualTo(State.RUNNING);
    }

    @Test
    void anOlderVersionIsAStaleReadUntilItStays() {
        var jan = ground.linkedContact();
        ground.edit(jan, NAME, "Jansen");
        ground.work();
        var newest = ground.contacts.get(jan);
        ground.contacts.put(
                jan,
                new Contact(jan, 1, newest.savedAt().minusSeconds(60), true, newest.userName(), java.util.Map.of()));
        ground.hint(jan);
        ground.work();
        assertThat(ground.text(jan, "reason")).isEqualTo("OLDER_THAN_APPLIED");
        assertThat(surname(jan)).isEqualTo("Jansen");
        ground.drain();
        assertThat(truth(jan)).doesNotContainKey("surname");
    }

    @Test
    void busyDirectoriesAreNotCalledBeforeTheTimeTheyAskFor() {
        var jan = ground.linkedContact();
        ground.directory.next(new Mischief.Refused(
                new DirectoryFailure.Throttled(Duration.ofSeconds(30), "Too Many Requests", null, null)));
        ground.edit(jan, NAME, "Jansen");
        ground.work();
        ground.pass(Duration.ofSeconds(29));
        assertThat(ground.work()).isZero();
        ground.pass(Duration.ofSeconds(3));
        ground.work();
        assertThat(surname(jan)).isEqualTo("Jansen");
    }

    @Test
    void beingAskedToWaitIsNoReasonToGiveUp() {
        var jan = ground.linkedContact();
        for (var i = 0; i < 20; i++) {
            ground.directory.next(new Mischief.Refused(
                    new DirectoryFailure.Throttled(Duration.ofSeconds(3), "Too Many Requests", null, null)));
        }
        ground.edit(jan, NAME, "Jansen");
        ground.drain();
        assertThat(surname(jan)).isEqualTo("Jansen");
    }

    @Test
    void whatNoWaitingCuresIsParkedAtOnce() {
        var jan = ground.linkedContact();
        ground.directory.next(new Mischief.Refused(
                new DirectoryFailure.InvalidValue("mail", "Invalid value specified for property 'mail'", "x", "r-1")));
        ground.edit(jan, NAME, "Jansen");
        ground.work();
        assertThat(ground.state(jan)).isEqualTo(State.PARKED);
        assertThat(ground.text(jan, "request_id")).isEqualTo("r-1");
        assertThat(ground.directory.writes).isEqualTo(1);
    }

    @Test
    void aParkedContactThatIsSavedAgainIsTriedAgain() {
        var jan = ground.linkedContact();
        ground.directory.next(new Mischief.Refused(new DirectoryFailure.NotAllowed("no", "x", "r-1")));
        ground.edit(jan, NAME, "Jansen");
        ground.work();
        ground.edit(jan, NAME, "de Vries");
        ground.work();
        assertThat(surname(jan)).isEqualTo("de Vries");
    }

    @Test
    void anOutageLongerThanTheRetriesParks() {
        var jan = ground.linkedContact();
        for (var i = 0; i < 20; i++) {
            ground.directory.next(new Mischief.Refused(new DirectoryFailure.Unavailable("503", null, null, null)));
        }
        ground.edit(jan, NAME, "Jansen");
        ground.drain();
        assertThat(ground.state(jan)).isEqualTo(State.PARKED);
        assertThat(ground.directory.writes).isEqualTo(SyncGround.SETTINGS.attempts());
    }

    @Test
    void aContactOfSomebodyWhoSignsInElsewhereIsLeftAlone() {
        var foreign = ground.contact("google-1177");
        ground.hint(foreign);
        ground.work();
        assertThat(ground.text(foreign, "reason")).isEqualTo("USER_NAME_NOT_AN_ID");
        assertThat(ground.directory.reads).isZero();
    }

    @Test
    void aCustomerWhoIsNotShownYetIsWaitedFor() {
        var gil = ground.contact(UUID.randomUUID().toString());
        ground.edit(gil, NAME, "Gone");
        ground.work();
        assertThat(ground.state(gil)).isEqualTo(State.DUE);
        ground.drain();
        assertThat(ground.state(gil)).isEqualTo(State.NOT_LINKED);
        assertThat(ground.text(gil, "reason")).isEqualTo("NO_SUCH_CUSTOMER");
    }

    @Test
    void aContactThatDoesNotExistCostsOneReadAndNoWrite() {
        var unknown = UUID.randomUUID();
        ground.hint(unknown);
        ground.work();
        assertThat(ground.text(unknown, "reason")).isEqualTo("CONTACT_GONE");
        assertThat(ground.directory.reads + ground.directory.writes).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyHistoryOfMischiefEndsWithTheNewestVersion(int seed) {
        assertThat(stragglersAfter(ground, seed)).isEmpty();
    }

    /** The contacts that differ from their customers after a random history and its end. */
    static List<String> stragglersAfter(SyncGround ground, int seed) {
        var random = new Random(seed);
        var contacts = Stream.generate(ground::linkedContact).limit(4).toList();
        ground.directory.lag = Duration.ofSeconds(random.nextInt(60));
        for (var step = 0; step < 150; step++) {
            var contact = contacts.get(random.nextInt(contacts.size()));
            switch (random.nextInt(10)) {
                case 0, 1, 2 ->
                    ground.edit(
                            contact, NAME, "ABC".substring(random.nextInt(3)).substring(0, 1));
                case 3 -> ground.hint(contact, contact);
                case 4 -> ground.directory.next(prank(random));
                case 5 ->
                    ground.claim().forEach(row -> {
                        if (random.nextBoolean()) {
                            ground.attempt(row);
                        }
                        ground.rows.takeOver(1, ground.clock.instant());
                    });
                case 6 -> ground.pass(Duration.ofSeconds(random.nextInt(90)));
                default -> {
                    ground.pass(Duration.ofSeconds(random.nextInt(3)));
                    ground.work();
                }
            }
        }
        ground.drain();
        return contacts.stream()
                .filter(contact -> !ground.contacts
                        .get(contact)
                        .column(NAME)
                        .equals(java.util.Optional.ofNullable(ground.directory
                                .truth(ground.customerOf(contact))
                                .get("surname"))))
                .map(UUID::toString)
                .toList();
    }

    private static Mischief prank(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Mischief.AnswerLost();
            case 1 -> new Mischief.NeverApplied();
            case 2 -> new Mischief.Refused(new DirectoryFailure.Unavailable("503", null, null, null));
            default -> new Mischief.AppliedLate(Duration.ofSeconds(random.nextInt(119)));
        };
    }

    private java.util.Map<String, String> truth(UUID contact) {
        return ground.directory.truth(ground.customerOf(contact));
    }

    private String surname(UUID contact) {
        return truth(contact).getOrDefault("surname", "");
    }
}
