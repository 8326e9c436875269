package latchkey.helpdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import latchkey.directory.ActivityLog;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryEvent;
import latchkey.directory.DirectoryEvent.Author;
import latchkey.directory.DirectoryEvent.Kind;
import latchkey.directory.DirectoryEvent.Result;
import latchkey.directory.DirectoryId;
import latchkey.directory.LogReading;
import latchkey.helpdesk.customer.PastEvent.Ending;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who blocked Jan. */
class BlocksTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T09:00:00Z");
    private static final Author HR = new Author(Kind.APPLICATION, "HR import");
    private static final Author US = new Author(Kind.LATCHKEY, "Latchkey portal");

    @Test
    void aBlockMadeElsewhereNamesWhoMadeIt() {
        assertThat(said(null, logged("Disable account", MONDAY, HR)))
                .isEqualTo("Cannot sign in: blocked by the application “HR import” on Monday.");
    }

    @Test
    void aPersonIsNamedByTheAccount() {
        assertThat(said(null, logged("Disable account", MONDAY, new Author(Kind.PERSON, "a-1"))))
                .isEqualTo("Cannot sign in: blocked by the account a-1 on Monday.");
    }

    @Test
    void ourOwnBlockKeepsItsReasonThoughTheLogShowsItToo() {
        assertThat(said(MONDAY, logged("Disable account", MONDAY.plusSeconds(2), US)))
                .isEqualTo("Cannot sign in: blocked by Kim on Monday, because “card was stolen”.");
    }

    @Test
    void theLaterOfTwoBlocksIsTheOneThatStands() {
        assertThat(said(MONDAY, logged("Disable account", TUESDAY, HR))).contains("HR import");
        assertThat(said(TUESDAY, logged("Disable account", MONDAY, HR))).contains("Kim");
    }

    @Test
    void aBlockThatWasOpenedElsewhereIsNotBlamedOnAnybody() {
        assertThat(said(MONDAY, logged("Enable account", TUESDAY, HR))).contains("does not know by whom");
    }

    @Test
    void whomTheLogDoesNotNameIsNotNamed() {
        assertThat(said(null, logged("Disable account", MONDAY, new Author(Kind.NOBODY, null))))
                .contains("does not know by whom");
    }

    private static String said(@Nullable Instant here, DirectoryEvent logged) {
        var blocks = new Blocks(past(here), log(logged));
        var customer = CustomerBuilder.customer()
                .withEmail("jan@example.com")
                .blocked()
                .make();
        var status = SignInStatus.of(customer, List.of(), blocks.of(CustomerBuilder.JAN));
        return Words.wording().say(status.sentence(), Locale.UK);
    }

    private static DirectoryEvent logged(String activity, Instant at, Author by) {
        return new DirectoryEvent(
                "Directory_1", at, activity, false, Result.SUCCESS, by, null, null, null, null, List.of());
    }

    private static Past past(@Nullable Instant blocked) {
        return new Past() {
            @Override
            public List<PastEvent> of(CustomerId customer, int limit) {
                return List.of();
            }

            @Override
            public Optional<PastEvent> blockOf(CustomerId customer) {
                return Optional.ofNullable(blocked)
                        .map(at -> new PastEvent(
                                UUID.randomUUID(),
                                at,
                                "Kim",
                                "block-sign-in",
                                Ending.DONE,
                                null,
                                "card was stolen",
                                null,
                                null,
                                null,
                                List.of()));
            }
        };
    }

    private static ActivityLog log(DirectoryEvent last) {
        return new ActivityLog() {
            @Override
            public List<DirectoryEvent> of(CustomerId customer, int limit) {
                return List.of(last);
            }

            @Override
            public Optional<DirectoryEvent> last(CustomerId customer, Set<String> activities) {
                return activities.contains(last.activity()) ? Optional.of(last) : Optional.empty();
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
                return new LogReading(true, null, null, List.of());
            }
        };
    }
}
