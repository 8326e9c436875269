package latchkey.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import latchkey.testing.Bound;
import latchkey.testing.MovableClock;
import latchkey.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A mail waits sealed until it is delivered, and leaves nothing behind but that it was. */
class OutboxTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Duration WEEK = Duration.ofDays(7);

    private final MovableClock clock = new MovableClock();
    private final Outbox outbox = new Outbox(
            DATABASE.jdbc(),
            new Sealer(Path.of("target", "test-keys", "mail.key")),
            JsonMapper.builder().build(),
            clock);
    private final MailServer server = mock(MailServer.class);
    private final SmsProvider provider = mock(SmsProvider.class);
    private final Postman postman = new Postman(
            outbox,
            server,
            provider,
            Bound.settings(MailSettings.class, Map.of()),
            Bound.settings(SmsSettings.class, Map.of()),
            clock);

    @AfterAll
    static void drop() {
        DATABASE.drop();
    }

    @BeforeEach
    void empty() {
        DATABASE.jdbc().sql("delete from mails").update();
    }

    @Test
    void whatWaitsIsReadableToNobodyWhoHasTheDatabaseAlone() {
        write();
        assertThat(rows().toString()).doesNotContain("jan@", "271828", "secret");
        assertThat(new String((byte[]) rows().getFirst().get("sealed"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("jan@", "271828");
        var taken = outbox.take(5, WEEK).getFirst();
        assertThat(outbox.open(taken).recipient()).isEqualTo("jan@example.com");
        assertThat(outbox.open(taken).letter().text()).isEqualTo("Your code is 271828");
    }

    @Test
    void aDeliveredMailKeepsNeitherWordsNorAddress() {
        write();
        when(server.deliver(any(), any())).thenReturn(new Answer.Taken());
        postman.round();
        assertThat(rows().getFirst()).containsEntry("state", "DELIVERED").containsEntry("sealed", null);
    }

    @Test
    void aMailThatWasMovedToAnotherRowIsGivenUpAndNotSent() {
        write();
        DATABASE.jdbc()
                .sql("update mails set id = :other")
                .param("other", UUID.randomUUID())
                .update();
        postman.round();
        verify(server, never()).deliver(any(), any());
        assertThat(outbox.givenUpSince(clock.instant()).getFirst().failure()).contains("latchkey.mail.key-file");
    }

    @Test
    void aSettledMailIsForgottenAfterAWeekAndAWaitingOneNever() {
        write();
        when(server.deliver(any(), any())).thenReturn(new Answer.Taken());
        postman.round();
        write();
        clock.move(WEEK);
        outbox.forgetSettled(WEEK);
        assertThat(rows()).hasSize(2);
        clock.move(Duration.ofSeconds(1));
        outbox.forgetSettled(WEEK);
        assertThat(rows()).hasSize(1).allMatch(row -> row.get("state").equals("WAITING"));
    }

    @Test
    void aTextMessageGoesToTheProviderAndIsGivenUpSooner() {
        outbox.add(
                UUID.randomUUID(),
                new TextMessage("verification-code", "+420601123456", Locale.ENGLISH, Map.of()),
                new Letter("", "271828 is your code", ""));
        assertThat(rows().toString()).doesNotContain("601123456", "271828");
        when(provider.deliver(any(), any())).thenReturn(new Answer.Away("the provider of text messages answered 503"));
        postman.round();
        verify(server, never()).deliver(any(), any());
        clock.move(Duration.ofMinutes(11));
        postman.round();
        assertThat(outbox.givenUpSince(clock.instant()).getFirst().failure()).contains("503");
        assertThat(rows().getFirst()).containsEntry("state", "GIVEN_UP").containsEntry("sealed", null);
    }

    private void write() {
        outbox.add(
                UUID.randomUUID(),
                new Mail("verification-code", "jan@example.com", Locale.ENGLISH, Map.of()),
                new Letter("A secret", "Your code is 271828", "<p>Your code is 271828</p>"));
    }

    private List<Map<String, Object>> rows() {
        return DATABASE.jdbc().sql("select * from mails").query().listOfRows();
    }
}
