package latchkey.helpdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import latchkey.directory.ActivityLog;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryEvent;
import latchkey.directory.DirectoryEvent.Author;
import latchkey.directory.DirectoryEvent.Kind;
import latchkey.directory.DirectoryEvent.Result;
import latchkey.directory.DirectoryId;
import latchkey.directory.InMemoryDirectory;
import latchkey.directory.LogReading;
import latchkey.directory.LogReading.Gap;
import latchkey.directory.LogReading.Trouble;
import latchkey.helpdesk.customer.PastEvent.Ending;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jan's past, from our trail and from the directory's log. */
class TimelineTest {

    private static final Instant NINE = Instant.parse("2026-11-18T08:00:00Z");
    private static final Author US = new Author(Kind.LATCHKEY, "Latchkey portal");
    private static final Author HR = new Author(Kind.APPLICATION, "HR import");

    private final Log log = new Log();
    private final Trail trail = new Trail();
    private final Timeline timeline =
            new Timeline(trail, log, new InMemoryDirectory("contoso").alone(), Words.wording(), Words.moments());

    @Test
    void whatStandsInBothIsToldOnce() {
        var block = trail.add("block-sign-in", NINE);
        log.add("Disable account", NINE.plusSeconds(2), US, block.toString());
        log.add("Update user", NINE.plusSeconds(2), US, block.toString());

        assertThat(shown()).singleElement().satisfies(entry -> {
            assertThat(entry.origin()).isEqualTo(Origin.LATCHKEY);
            assertThat(entry.logged()).isEqualTo("09:00");
        });
    }

    @Test
    void ownAndForeignStandInOrderOfTime() {
        trail.add("block-sign-in", NINE);
        log.add("Enable account", NINE.plusSeconds(60), HR, null);
        trail.add("edit-attributes", NINE.plusSeconds(120));

        assertThat(shown())
                .extracting(TimelineEntry::action)
                .containsExactly("edit-attributes", "Enable account", "block-sign-in");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Disable account | en | The application “HR import” blocked sign-in
                    Disable account | de | Die Anwendung „HR import“ hat die Anmeldung gesperrt
                    Reset password (by admin) | en | The application “HR import” set a new password
                    Update StsRefreshTokenValidFrom Timestamp | en | The application “HR import” ended all sessions
                    Frobnicate {0} user | en | The application “HR import”: “Frobnicate {0} user”
                    By.person | en | The application “HR import”: “By.person”
                    """)
    void activitiesAreSaidInPlainWordsAndUnknownOnesAsTheyAre(String activity, String language, String sentence) {
        log.add(activity, NINE, HR, null);

        assertThat(timeline.of(CustomerBuilder.JAN, 30, Locale.of(language)))
                .extracting(TimelineEntry::sentence)
                .containsExactly(sentence);
    }

    @Test
    void anUpdateNamesWhatChanged() {
        log.add(new DirectoryEvent(
                "Directory_1",
                NINE,
                "Update user",
                false,
                Result.SUCCESS,
                HR,
                null,
                null,
                null,
                null,
                List.of("GivenName", "Shoe")));

        assertThat(shown().getFirst().sentence())
                .startsWith("The application “HR import” changed ")
                .endsWith(", Shoe");
    }

    @Test
    void aFailedSignInSaysWhereAndUnderWhichPolicy() {
        var shop = new Author(Kind.APPLICATION, "Web shop");
        log.add(new DirectoryEvent(
                "B2C_1",
                NINE,
                "Issue an id_token to the application",
                true,
                Result.FAILURE,
                shop,
                null,
                "AADB2C90225",
                "B2C_1_signin",
                "app-1",
                List.of()));

        assertThat(shown()).singleElement().satisfies(entry -> {
            assertThat(entry.sentence()).isEqualTo("The customer could not sign in to Web shop");
            assertThat(entry.note()).isEqualTo("The name or the password was wrong · AADB2C90225 · B2C_1_signin");
            assertThat(entry.ending()).isEqualTo(Ending.FAILED);
            assertThat(entry.isForeign()).isFalse();
        });
    }

    @Test
    void thePlainCompanionsOfOneRequestAreLeftOut() {
        log.add("Reset user password", NINE, HR, "c-1");
        log.add("Update PasswordProfile", NINE, HR, "c-1");
        log.add("Update user", NINE, HR, "c-1");
        log.add("Update user", NINE, HR, "c-2");
        log.add("Update user", NINE, HR, null);

        assertThat(shown())
                .extracting(TimelineEntry::action)
                .containsExactlyInAnyOrder("Reset user password", "Update user", "Update user");
    }

    @Test
    void ourAppWithoutAnEntryStandsOut() {
        log.add("Delete user", NINE, US, null);

        assertThat(shown()).singleElement().satisfies(entry -> {
            assertThat(entry.originKey()).isEqualTo("unexplained");
            assertThat(entry.isForeign()).isTrue();
            assertThat(entry.style()).isEqualTo("bad");
        });
    }

    @Test
    void anEventWhoseEntryMayBeAmongThoseThatWereNotReadIsNoStranger() {
        trail.add("block-sign-in", NINE);
        IntStream.range(1, 60).forEach(second -> trail.add("open-case", NINE.plusSeconds(second)));
        log.add("Disable account", NINE.plusSeconds(50), US, null);

        assertThat(timeline.of(CustomerBuilder.JAN, 30, Locale.UK))
                .hasSize(30)
                .allSatisfy(entry -> assertThat(entry.origin()).isEqualTo(Origin.LATCHKEY));
    }

    @Test
    void theReaderIsToldHowFreshTheLogIs() {
        assertThat(said(new LogReading(true, Instant.parse("2026-11-18T09:03:00Z"), null, List.of())))
                .containsExactly("Directory’s log read until 10:03.");
        assertThat(said(new LogReading(true, Instant.parse("2026-11-16T09:03:00Z"), null, List.of())))
                .singleElement()
                .asString()
                .startsWith("Directory’s log read until 16 November 2026")
                .endsWith("10:03.");
        assertThat(said(new LogReading(false, null, null, List.of())).getFirst())
                .contains("not collected");
        assertThat(said(new LogReading(true, null, null, List.of())).getFirst()).contains("not been read yet");
    }

    @Test
    void gapsAndTroubleAreTold() {
        var gap = new Gap(Instant.parse("2026-11-01T09:00:00Z"), Instant.parse("2026-11-03T09:00:00Z"));

        assertThat(said(new LogReading(true, NINE, Trouble.NOT_ALLOWED, List.of(gap))))
                .hasSize(3)
                .satisfies(sentences -> assertThat(sentences.get(1)).contains("AuditLog.Read.All"))
                .satisfies(sentences -> assertThat(sentences.get(2))
                        .startsWith("From 1 November 2026")
                        .contains(" to 3 November 2026", " nothing could be read"));
    }

    @Test
    void everyTroubleHasItsWords() {
        for (var trouble : Trouble.values()) {
            assertThat(said(new LogReading(true, NINE, trouble, List.of()))).hasSize(2);
        }
    }

    private List<TimelineEntry> shown() {
        return timeline.of(CustomerBuilder.JAN, 30, Locale.UK);
    }

    private List<String> said(LogReading reading) {
        return new LogFreshness(log, Words.wording(), Words.moments()).say(reading, Locale.UK);
    }

    /** Our trail, in memory. */
    private static final class Trail implements Past {

        private final List<PastEvent> events = new ArrayList<>();

        UUID add(String action, Instant at) {
            var id = UUID.randomUUID();
            events.addFirst(new PastEvent(id, at, "Kim", action, Ending.DONE, null, null, null, null, null, List.of()));
            return id;
        }

        @Override
        public List<PastEvent> of(CustomerId customer, int limit) {
            return events.stream().limit(limit).toList();
        }

        @Override
        public Optional<PastEvent> blockOf(CustomerId customer) {
            return Optional.empty();
        }
    }

    /** The directory's log, in memory. */
    private static final class Log implements ActivityLog {

        private final List<DirectoryEvent> events = new ArrayList<>();

        void add(String activity, Instant at, Author by, @Nullable String correlationId) {
            add(new DirectoryEvent(
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
                    List.of()));
        }

        void add(DirectoryEvent event) {
            events.addFirst(event);
        }

        @Override
        public List<DirectoryEvent> of(CustomerId customer, int limit) {
            return events.stream().limit(limit).toList();
        }

        @Override
        public Optional<DirectoryEvent> last(CustomerId customer, Set<String> activities) {
            return Optional.empty();
        }

        @Override
        public List<DirectoryEvent> changesSince(CustomerId customer, Instant since) {
            return List.of();
        }

        @Override
        public List<latchkey.directory.OtherWriter> otherWriters(
                DirectoryId directory, Set<String> properties, Instant since) {
            return List.of();
        }

        @Override
        public LogReading reading(DirectoryId directory) {
            return new LogReading(true, NINE, null, List.of());
        }
    }
}
