package latchkey.directory.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryEvent.Kind;
import latchkey.directory.DirectoryId;
import latchkey.directory.OutsideChanges.Initiator;
import latchkey.directory.OutsideChanges.OutsideChange;
import latchkey.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of all that a directory's log tells, what somebody did who was not expected to. */
class StoredOutsideChangesTest {

    private static final DirectoryId SHOP = new DirectoryId("shop");

    private static final Instant NOON = Instant.now().minus(Duration.ofHours(3));

    private final TestDatabase database = TestDatabase.fresh();

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void aStrangeApplicationAPersonAndNobodyAreTold() {
        event("Update user", "SUCCESS", "Core Directory", "app-1", "Night import", null);
        event(
                "Reset password",
                "SUCCESS",
                "Core Directory",
                null,
                null,
                UUID.randomUUID().toString());
        event("Delete user", "SUCCESS", "Core Directory", null, null, null);

        assertThat(changes().latest(NOON.minusSeconds(60), 10))
                .extracting(change -> change.event().by().kind())
                .containsExactlyInAnyOrder(Kind.APPLICATION, Kind.PERSON, Kind.NOBODY);
    }

    @Test
    void whatFailedWhatWasASignInAndWhatCustomersDidThemselvesIsNot() {
        var customer = UUID.randomUUID();
        event("Update user", "FAILURE", "Core Directory", "app-1", "Night import", null);
        event("Validate local account credentials", "SUCCESS", "B2C", "app-1", "Shop", null);
        event(customer, "Update user", "SUCCESS", "Core Directory", null, null, customer.toString());

        assertThat(changes().latest(NOON.minusSeconds(60), 10)).isEmpty();
    }

    @Test
    void ourOwnRegistrationsAreNotOutside() {
        event("Update user", "SUCCESS", "Core Directory", "app-of-ours", "Latchkey", null);
        database.jdbc()
                .sql("insert into directory_own_apps values ('shop', 'app-of-ours')")
                .update();

        assertThat(changes().latest(NOON.minusSeconds(60), 10)).isEmpty();
    }

    @Test
    void whoIsExpectedByNameOrIdInWhateverCaseIsNotTold() {
        var clerk = UUID.randomUUID().toString();
        event("Update user", "SUCCESS", "Core Directory", "app-1", "Sign-up pages", null);
        event("Update user", "SUCCESS", "Core Directory", "0A000000-0000-4000-8000-000000000009", null, null);
        event("Update user", "SUCCESS", "Core Directory", null, null, clerk);
        event("Update user", "SUCCESS", "Core Directory", "app-2", "Night import", null);

        assertThat(changes("sign-UP pages", "0a000000-0000-4000-8000-000000000009", clerk)
                        .latest(NOON.minusSeconds(60), 10))
                .extracting(change -> change.event().by().name())
                .containsExactly("Night import");
        assertThat(changes().latest(NOON.minusSeconds(60), 10)).hasSize(4);
    }

    @Test
    void theyAreCountedByWhoMadeThemAndByWhenWeHeardOfThem() {
        event("Update user", "SUCCESS", "Core Directory", "app-2", "Night import", null);
        event("Update user", "SUCCESS", "Core Directory", "app-2", "Night import", null);
        event("Update user", "SUCCESS", "Core Directory", null, null, null);
        var changes = changes();

        assertThat(changes.heardOf(SHOP, NOON, NOON.plusSeconds(3600)))
                .containsExactly(
                        new Initiator(Kind.APPLICATION, "Night import", 2), new Initiator(Kind.NOBODY, null, 1));
        assertThat(changes.heardOf(SHOP, NOON.plusSeconds(3600), Instant.now())).isEmpty();
        assertThat(changes.settled()).isBefore(Instant.now());
    }

    @Test
    void onlyTheLatestAreShownAndNothingOfOtherDirectories() {
        event("Update user", "SUCCESS", "Core Directory", "app-2", "Night import", null);
        event("Delete user", "SUCCESS", "Core Directory", "app-2", "Night import", null);
        database.jdbc()
                .sql("update directory_events set at = at + interval '1 minute' where activity = 'Delete user'")
                .update();

        assertThat(changes().latest(NOON.minusSeconds(60), 1))
                .extracting(OutsideChange::event)
                .extracting(event -> event.activity())
                .containsExactly("Delete user");
        database.jdbc().sql("update directory_events set directory = 'other'").update();
        assertThat(changes().latest(NOON.minusSeconds(60), 10)).isEmpty();
    }

    private StoredOutsideChanges changes(String... expected) {
        var activity = new ActivitySettings.Activity(
                true, Duration.ofMinutes(1), Duration.ofDays(7), Duration.ofDays(400), Set.of(expected));
        return new StoredOutsideChanges(
                database.jdbc(),
                new ActivitySettings(Map.of("shop", new ActivitySettings.OfDirectory(activity))),
                new OneDirectory());
    }

    private void event(String activity, String result, String service, String app, String name, String person) {
        event(UUID.randomUUID(), activity, result, service, app, name, person);
    }

    private void event(
            UUID customer, String activity, String result, String service, String app, String name, String person) {
        database.jdbc()
                .sql("""
                    insert into directory_events
                        (directory, event_id, customer, at, activity, service, result, app, app_name, person, changed, heard_at)
                    values ('shop', :id, :customer, :at, :activity, :service, :result, :app, :name, :person, '{}', :heard)""")
                .param("id", UUID.randomUUID().toString())
                .param("customer", customer)
                .param("at", NOON.atOffset(ZoneOffset.UTC))
                .param("activity", activity)
                .param("service", service)
                .param("result", result)
                .param("app", app)
                .param("name", name)
                .param("person", person)
                .param("heard", NOON.plusSeconds(600).atOffset(ZoneOffset.UTC))
                .update();
    }

    private static final class OneDirectory implements Directories {
        @Override
        public List<DirectoryId> all() {
            return List.of(SHOP);
        }

        @Override
        public Optional<Directory> forAgents(DirectoryId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Directory> forSync(DirectoryId id) {
            return Optional.empty();
        }
    }
}
