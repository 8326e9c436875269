package latchkey.helpdesk.credentials;

import static latchkey.testing.Employees.sam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import latchkey.audit.Actor;
import latchkey.audit.AuditUnavailable;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryFailure;
import latchkey.helpdesk.action.Result;
import latchkey.helpdesk.action.Sample;
import latchkey.helpdesk.cases.Case;
import latchkey.notify.Mail;
import latchkey.settings.Secret;
import latchkey.testing.Asvs;
import latchkey.testing.HelpDesk;
import latchkey.testing.Racers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PasswordChoosingTest {

    private static final Secret GOOD = Secret.of("Correct-Horse-9");

    private final HelpDesk desk = HelpDesk.open();
    private final PasswordChoosing choosing = desk.bean(PasswordChoosing.class);
    private final CustomerId jan = desk.jan();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @Asvs("6.5.1")
    void theCustomerChoosesAPasswordOnce() {
        var link = sendLink();
        assertThat(choosing.choose(link, GOOD)).isInstanceOf(Choice.Chosen.class);
        assertThat(writes()).containsExactly("choose-password", "revoke-sessions");
        assertThat(choosing.choose(link, GOOD)).isInstanceOf(Choice.NoLongerWorks.class);
        assertThat(choosing.look(link)).isEmpty();
    }

    @Test
    void everyAddressOnFileIsTold() {
        choosing.choose(sendLink(), GOOD);
        assertThat(desk.mails().getLast().template()).isEqualTo("password-changed");
        assertThat(desk.mails().getLast().to()).startsWith("jan.");
    }

    @Test
    void lookingUsesNothingUp() {
        var link = sendLink();
        for (int scanner = 0; scanner < 20; scanner++) {
            assertThat(choosing.look(link)).isPresent();
        }
        assertThat(choosing.choose(link, GOOD)).isInstanceOf(Choice.Chosen.class);
    }

    @Test
    void fiftyAtOnceSetOnePassword() {
        var link = sendLink();
        var choices = Racers.race(50, () -> choosing.choose(link, GOOD));
        assertThat(choices).filteredOn(Choice.Chosen.class::isInstance).hasSize(1);
        assertThat(writes()).filteredOn("choose-password"::equals).hasSize(1);
    }

    @Test
    void aWeakPasswordIsToldBeforeTheDirectoryIsAsked() {
        var link = sendLink();
        var calls = desk.directory().calls();
        assertThat(choosing.choose(link, Secret.of("short")))
                .isEqualTo(new Choice.TooWeak(Set.of(Weakness.TOO_SHORT, Weakness.TOO_UNIFORM)));
        assertThat(desk.directory().calls()).isEqualTo(calls);
        assertThat(choosing.choose(link, GOOD)).isInstanceOf(Choice.Chosen.class);
    }

    @Test
    void aPasswordTheDirectoryRefusesLeavesTheLinkWorking() {
        var link = sendLink();
        desk.directory().fail(new DirectoryFailure.InvalidValue("password", "banned", "Request_BadRequest", "r1"));
        assertThat(choosing.choose(link, GOOD)).isEqualTo(new Choice.TooWeak(Set.of(Weakness.REFUSED_BY_DIRECTORY)));
        desk.directory().fail(null);
        assertThat(choosing.choose(link, GOOD)).isInstanceOf(Choice.Chosen.class);
    }

    @Test
    void aDirectoryThatIsAwayLeavesTheLinkWorking() {
        var link = sendLink();
        desk.directory().fail(new DirectoryFailure.Unavailable("away", null, null, null));
        assertThat(choosing.choose(link, GOOD)).isInstanceOf(Choice.TryAgain.class);
        desk.directory().fail(null);
        assertThat(choosing.choose(link, GOOD)).isInstanceOf(Choice.Chosen.class);
    }

    @Test
    void withoutTheTrailNothingIsSetAndTheLinkWorksOn() {
        var link = sendLink();
        desk.trail().breakDown();
        assertThatThrownBy(() -> choosing.choose(link, GOOD)).isInstanceOf(AuditUnavailable.class);
        assertThat(writes()).isEmpty();
        desk.trail().repair();
        assertThat(choosing.choose(link, GOOD)).isInstanceOf(Choice.Chosen.class);
    }

    @Test
    void aLinkIsOverAfterHalfAnHour() {
        var link = sendLink();
        desk.clock().move(Duration.ofMinutes(30));
        assertThat(choosing.look(link)).isEmpty();
        assertThat(choosing.choose(link, GOOD)).isInstanceOf(Choice.NoLongerWorks.class);
    }

    @Test
    void aNewLinkTakesTheOldOnesPlace() {
        var first = sendLink();
        var second = sendLink();
        assertThat(choosing.look(first)).isEmpty();
        assertThat(choosing.look(second)).isPresent();
    }

    @Test
    void aLinkNobodySentAnswersLikeOneThatIsUsed() {
        assertThat(choosing.choose("made-up", GOOD)).isEqualTo(new Choice.NoLongerWorks());
        assertThat(choosing.choose("made-up", Secret.of("short"))).isEqualTo(new Choice.NoLongerWorks());
    }

    @Test
    @Asvs("6.5.2")
    void theLinkIsKeptOnlyAsAHash() {
        var link = sendLink();
        var rows = desk.bean(JdbcClient.class)
                .sql("select * from reset_links where customer = :id")
                .param("id", jan.objectId())
                .query()
                .listOfRows();
        assertThat(rows.toString()).doesNotContain(link);
        assertThat(desk.trail().entries().toString()).doesNotContain(link);
    }

    @Test
    void theTrailNamesTheCustomerAndTheCase() {
        choosing.choose(sendLink(), GOOD);
        var entry = desk.trail().entries("choose-password").getFirst().announcement();
        assertThat(entry.actor().kind()).isEqualTo(Actor.Kind.CUSTOMER);
        assertThat(entry.caseId()).isNotNull();
    }

    @Test
    @Asvs("2.4.1")
    void theSixthLinkInAnHourIsRefused() {
        for (int link = 0; link < 5; link++) {
            sendLink();
        }
        assertThat(send()).isInstanceOf(Result.Refused.class);
    }

    private String sendLink() {
        assertThat(send()).isInstanceOf(Result.Done.class);
        var link = links().getLast();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private Result send() {
        var under = desk.caseFor(sam(), jan);
        return send(CredentialSamples.reset(desk), under);
    }

    private <C> Result send(Sample<C> sample, Case under) {
        return sample.carryOut(desk, sample.submission(desk, sam(), jan, under));
    }

    private List<String> links() {
        return desk.mails().stream()
                .map(Mail::values)
                .map(values -> String.valueOf(values.getOrDefault("link", "")))
                .filter(link -> !link.isEmpty())
                .toList();
    }

    private List<String> writes() {
        return desk.directory().writes().stream()
                .map(write -> write.announcement().action())
                .toList();
    }
}
