package latchkey.helpdesk.verification;

import static latchkey.testing.Employees.kim;
import static latchkey.testing.Employees.sam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.Outcome;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.testing.HelpDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody who takes an account over puts an address of theirs on file first. */
class NewAddressesTest {

    private static final Duration WAIT = Duration.ofHours(72);
    private static final String FRESH = "fresh@elsewhere.example";

    private final HelpDesk desk = HelpDesk.open();
    private final CustomerId jan = desk.jan();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anAddressThatAnAgentPutThereWaitsThreeDays() {
        has(AttributeKey.OTHER_MAILS, FRESH);
        changed("edit-attributes", Map.of("otherMails.after", FRESH), Outcome.done(null));
        var put = desk.clock().instant();
        desk.clock().move(WAIT.minusSeconds(1));
        assertThat(waits(FRESH)).isTrue();
        assertThatThrownBy(this::sendToFresh).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.ADDRESS_TOO_NEW);
            assertThat(refusal.members()).containsEntry("until", put.plus(WAIT));
        });
        assertThat(desk.mails()).isEmpty();
        assertThat(desk.trail().entries("send-code").getLast().code()).isEqualTo(Problem.ADDRESS_TOO_NEW.code());
        desk.clock().move(Duration.ofSeconds(1));
        sendToFresh();
        assertThat(desk.mails().getLast().to()).isEqualTo(FRESH);
    }

    @Test
    void theAddressesThatWereThereBeforeDoNotWait() {
        has(AttributeKey.OTHER_MAILS, FRESH, "old@example.com");
        changed(
                "edit-attributes",
                Map.of("otherMails.before", "OLD@example.com", "otherMails.after", "old@example.com, " + FRESH),
                Outcome.done(null));
        assertThat(waits(FRESH)).isTrue();
        assertThat(waits("old@example.com")).isFalse();
        assertThat(choices()).filteredOn(one -> one.waitsUntil() == null).hasSize(2);
    }

    @Test
    void anAddressThatTheContactSyncBroughtWaitsToo() {
        has(AttributeKey.MAIL, FRESH);
        changed("sync-contact", Map.of("after.mail", FRESH), Outcome.done(null));
        assertThat(waits(FRESH)).isTrue();
    }

    @Test
    void anAddressThatIsAlsoTheOldSignInNameDoesNotWait() {
        var address = desk.directory()
                .byId(jan)
                .orElseThrow()
                .signInNames()
                .getFirst()
                .value();
        has(AttributeKey.MAIL, address);
        changed("edit-attributes", Map.of("mail.after", address), Outcome.done(null));
        assertThat(waits(address)).isFalse();
    }

    @Test
    void whatFailedBroughtNothingAndWhatIsUnknownMayHave() {
        has(AttributeKey.MAIL, FRESH);
        changed("edit-attributes", Map.of("mail.after", FRESH), Outcome.failed("directory-refused", null));
        assertThat(waits(FRESH)).isFalse();
        changed("edit-attributes", Map.of("mail.after", FRESH), Outcome.unknown("outcome-unknown", null));
        assertThat(waits(FRESH)).isTrue();
    }

    @Test
    void anAddressThatOthersChangedInTheDirectoryWaits() {
        has(AttributeKey.MAIL, FRESH);
        desk.log().changedByOthers(jan, desk.clock().instant(), "Update user", "Mail");
        assertThat(waits(FRESH)).isTrue();
        desk.clock().move(WAIT.plusSeconds(1));
        assertThat(waits(FRESH)).isFalse();
    }

    @Test
    void aSignInNameThatOthersChangedWaits() {
        var address = desk.directory()
                .byId(jan)
                .orElseThrow()
                .signInNames()
                .getFirst()
                .value();
        desk.log().changedByOthers(jan, desk.clock().instant(), "Update user", "Identities");
        assertThat(waits(address)).isTrue();
    }

    private void sendToFresh() {
        var under = desk.bean(latchkey.helpdesk.cases.Cases.class)
                .current(kim(), jan)
                .orElseGet(() -> desk.caseFor(kim(), jan));
        desk.bean(Verifications.class).start(kim(), under, onFile(FRESH).handle());
    }

    private boolean waits(String address) {
        var handle = onFile(address).handle();
        return choices().stream().filter(one -> one.handle().equals(handle)).anyMatch(one -> one.waitsUntil() != null);
    }

    private List<AddressChoice> choices() {
        return desk.bean(Verifications.class).ways(now(), null).getFirst().choices();
    }

    private AddressOnFile onFile(String address) {
        return desk.bean(AddressesOnFile.class).of(now()).stream()
                .filter(one -> one.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private Customer now() {
        return desk.directory().byId(jan).orElseThrow();
    }

    private void changed(String action, Map<String, String> personal, Outcome outcome) {
        var announced = desk.trail()
                .announce(new Announcement(sam().actor(), action, jan.subject(), null, null, null, Map.of(), personal));
        desk.trail().record(announced, outcome);
    }

    private void has(AttributeKey key, String... addresses) {
        var attributes = new HashMap<>(now().attributes());
        attributes.put(
                key,
                key.equals(AttributeKey.MAIL)
                        ? new AttributeValue.Text(addresses[0])
                        : new AttributeValue.Texts(List.of(addresses)));
        desk.directory()
                .put(new Customer(
                        jan, now().displayName(), true, now().createdAt(), null, now().signInNames(), attributes));
    }
}
