package latchkey.helpdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import latchkey.directory.DirectoryEvent;
import latchkey.directory.DirectoryEvent.Author;
import latchkey.directory.DirectoryEvent.Kind;
import latchkey.directory.DirectoryEvent.Result;
import latchkey.helpdesk.customer.LogJoin.Joined;
import latchkey.helpdesk.customer.LogJoin.Other;
import latchkey.helpdesk.customer.PastEvent.Ending;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which of our entries stands behind an event of the directory's log. */
class LogJoinTest {

    private static final Instant TEN = Instant.parse("2026-11-18T10:00:00Z");
    private static final Author US = new Author(Kind.LATCHKEY, "Latchkey portal");
    private static final Author HR = new Author(Kind.APPLICATION, "HR import");
    private static final Author NOBODY = new Author(Kind.NOBODY, null);

    private final PastEvent block = entry("block-sign-in", TEN, Ending.DONE);

    @Test
    void theEntryWhoseIdTheEventCarriesIsTheOne() {
        var other = entry("block-sign-in", TEN, Ending.DONE);
        var event = event("Disable account", TEN, US, block.id().toString());

        var joined = LogJoin.join(List.of(other, block), List.of(event));

        assertThat(joined.joined()).containsOnlyKeys(block.id());
        assertThat(joined.others()).isEmpty();
    }

    @Test
    void anIdThatIsCarriedCountsHoursLaterAndForActivitiesNobodyThoughtOf() {
        var event = event(
                "Something new", TEN.plus(Duration.ofHours(3)), US, block.id().toString());

        assertThat(LogJoin.join(List.of(block), List.of(event)).joined()).containsOnlyKeys(block.id());
    }

    @Test
    void anIdIsReadWithoutRegardToCase() {
        var event = event("Disable account", TEN, US, block.id().toString().toUpperCase(java.util.Locale.ROOT));

        assertThat(LogJoin.join(List.of(block), List.of(event)).joined()).containsOnlyKeys(block.id());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"APPLICATION", "PERSON", "CUSTOMER"})
    void whatSomebodyElseDidIsNotOursEvenUnderAnIdOfOurs(Kind kind) {
        var event = event(
                "Disable account", TEN, new Author(kind, "copycat"), block.id().toString());

        var joined = LogJoin.join(List.of(block), List.of(event));

        assertThat(joined.joined()).isEmpty();
        assertThat(origins(joined)).containsExactly(Origin.OUTSIDE);
    }

    @Test
    void withoutAnIdTheOnlyEntryOfThatKindAtThatTimeIsTheOne() {
        var edit = entry("edit-attributes", TEN, Ending.DONE);
        var event = event("Disable account", TEN.plusSeconds(2), US, "an id of the directory's");

        assertThat(LogJoin.join(List.of(edit, block), List.of(event)).joined()).containsOnlyKeys(block.id());
    }

    @Test
    void allThatOneChangeLeavesBehindJoinsIt() {
        var password = entry("show-password", TEN, Ending.DONE);
        var events = List.of(
                event("Reset user password", TEN, US, null),
                event("Update PasswordProfile", TEN, US, null),
                event("Update StsRefreshTokenValidFrom Timestamp", TEN, US, null),
                event("Update user", TEN, US, null));

        var joined = LogJoin.join(List.of(password), events);

        assertThat(joined.joined().get(password.id())).isEqualTo(events);
        assertThat(joined.others()).isEmpty();
    }

    @Test
    void twoEntriesThatFitAreAmbiguousAndJoinNone() {
        var again = entry("block-sign-in", TEN.plusSeconds(30), Ending.DONE);
        var event = event("Disable account", TEN.plusSeconds(31), US, null);

        var joined = LogJoin.join(List.of(again, block), List.of(event));

        assertThat(joined.joined()).isEmpty();
        assertThat(origins(joined)).containsExactly(Origin.AMBIGUOUS);
    }

    @Test
    void anEntryThatHasItsEventByIdLeavesTheOtherEventToTheOtherEntry() {
        var again = entry("block-sign-in", TEN.plusSeconds(30), Ending.DONE);
        var carried =
                event("Disable account", TEN.plusSeconds(1), US, block.id().toString());
        var bare = event("Disable account", TEN.plusSeconds(31), US, null);

        var joined = LogJoin.join(List.of(again, block), List.of(bare, carried));

        assertThat(joined.joined())
                .containsEntry(block.id(), List.of(carried))
                .containsEntry(again.id(), List.of(bare));
    }

    @Test
    void aSecondEventOfTheSameKindIsNotExplainedByAnEntryThatHasItsOwn() {
        var carried = event("Disable account", TEN, US, block.id().toString());
        var stranger = event(
                "Disable account", TEN.plusSeconds(20), US, UUID.randomUUID().toString());

        assertThat(origins(LogJoin.join(List.of(block), List.of(carried, stranger))))
                .containsExactly(Origin.UNEXPLAINED);
    }

    @Test
    void aCompanionWithoutTheIdStillJoinsTheEntryThatHasItsMainEventById() {
        var carried = event("Disable account", TEN, US, block.id().toString());
        var companion = event("Update user", TEN, US, null);

        assertThat(LogJoin.join(List.of(block), List.of(carried, companion)).joined())
                .containsEntry(block.id(), List.of(carried, companion));
    }

    @ParameterizedTest
    @CsvSource({"-61, false", "-60, true", "0, true", "300, true", "301, false"})
    void anEntryExplainsWhatHappensFromAMinuteBeforeToFiveMinutesAfterIt(long seconds, boolean explained) {
        var event = event("Disable account", TEN.plusSeconds(seconds), US, null);

        var joined = LogJoin.join(List.of(block), List.of(event));

        assertThat(joined.joined().containsKey(block.id())).isEqualTo(explained);
        assertThat(origins(joined)).isEqualTo(explained ? List.of() : List.of(Origin.UNEXPLAINED));
    }

    @ParameterizedTest
    @CsvSource({
        "block-sign-in, Disable account, true",
        "block-sign-in, disable ACCOUNT, true",
        "block-sign-in, Enable account, false",
        "unblock-sign-in, Enable account, true",
        "edit-attributes, Update user, true",
        "edit-attributes, Delete user, false",
        "sync-contact, Update user, true",
        "revoke-sessions, Update StsRefreshTokenValidFrom Timestamp, true",
        "choose-password, Reset user password, true",
        "reset-password, Reset user password, false",
        "open-case, Update user, false"
    })
    void eachActionExplainsItsOwnActivitiesOnly(String action, String activity, boolean explained) {
        var entry = entry(action, TEN, Ending.DONE);

        var joined = LogJoin.join(List.of(entry), List.of(event(activity, TEN, US, null)));

        assertThat(joined.joined().containsKey(entry.id())).isEqualTo(explained);
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void whateverWasSentMayHaveHappenedButARefusalSentNothing(Ending ending) {
        var entry = entry("block-sign-in", TEN, ending);

        var joined = LogJoin.join(List.of(entry), List.of(event("Disable account", TEN, US, null)));

        assertThat(joined.joined().containsKey(entry.id())).isEqualTo(ending != Ending.REFUSED);
    }

    @Test
    void ourAppWithoutAnEntryIsUnexplained() {
        assertThat(origins(LogJoin.join(List.of(), List.of(event("Delete user", TEN, US, null)))))
                .containsExactly(Origin.UNEXPLAINED);
    }

    @Test
    void anotherAppAtTheSameMomentIsOutside() {
        assertThat(origins(LogJoin.join(List.of(block), List.of(event("Disable account", TEN, HR, null)))))
                .containsExactly(Origin.OUTSIDE);
    }

    @Test
    void whatNobodyIsNamedForMayBeOurs() {
        var fits = event("Disable account", TEN, NOBODY, null);
        var fitsNot = event("Delete user", TEN, NOBODY, null);

        var joined = LogJoin.join(List.of(block), List.of(fits, fitsNot));

        assertThat(joined.joined()).containsEntry(block.id(), List.of(fits));
        assertThat(joined.others()).containsExactly(new Other(fitsNot, Origin.OUTSIDE));
    }

    @Test
    void aSignInIsNobodysChange() {
        var event = new DirectoryEvent(
                "B2C_1",
                TEN,
                "Issue an id_token to the application",
                true,
                Result.SUCCESS,
                HR,
                null,
                null,
                null,
                null,
                List.of());

        assertThat(origins(LogJoin.join(List.of(block), List.of(event)))).containsExactly(Origin.SIGN_IN);
    }

    @Test
    void everyEventIsToldExactlyOnceInTheOrderItCame() {
        var events = List.of(
                event("Update user", TEN.plusSeconds(9), HR, null),
                event("Disable account", TEN.plusSeconds(5), US, null),
                event("Delete user", TEN, US, null));

        var joined = LogJoin.join(List.of(block), events);

        assertThat(joined.joined().values()).containsExactly(List.of(events.get(1)));
        assertThat(joined.others()).extracting(Other::event).containsExactly(events.get(0), events.get(2));
    }

    private static List<Origin> origins(Joined joined) {
        return joined.others().stream().map(Other::origin).toList();
    }

    private static PastEvent entry(String action, Instant at, Ending ending) {
        return new PastEvent(UUID.randomUUID(), at, "Kim", action, ending, null, null, null, null, null, List.of());
    }

    private static DirectoryEvent event(String activity, Instant at, Author by, @Nullable String correlationId) {
        return new DirectoryEvent(
                "Directory_" + UUID.randomUUID(),
                at,
                activity,
                false,
                Result.SUCCESS,
                by,
                correlationId,
                null,
                null,
                null,
                List.of());
    }
}
