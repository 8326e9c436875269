package latchkey.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import latchkey.access.AddressSettings;
import latchkey.notify.Mail;
import latchkey.notify.Mailer;
import latchkey.sync.dataverse.Contacts;
import latchkey.testing.Eventually;
import latchkey.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The administrator is told of parked contacts, whatever happens in between. */
class ParkingNoticeTest {

    private final SyncGround ground = new SyncGround();
    private final Mails mails = new Mails();
    private final LeavingDatabase database = new LeavingDatabase();
    private final ParkingNotice notice = new ParkingNotice(
            new ParkedRows(JdbcClient.create(database), mock(Contacts.class)),
            new HeldRows(JdbcClient.create(database), mock(Contacts.class)),
            ground.standings,
            mails,
            new TransactionTemplate(new JdbcTransactionManager(database)),
            new AddressSettings(URI.create("http://127.0.0.1:8080"), null),
            SyncGround.SETTINGS,
            ground.clock);

    @AfterEach
    void stop() {
        notice.stop();
    }

    @Test
    void aDatabaseThatWasAwayForAWhileDoesNotEndTheTelling() {
        database.leaveFor(3);
        notice.start();
        Eventually.that("the database was asked in vain", database::isBack);

        park();

        Eventually.that("the administrator is told", () -> mails.sent.size() == 1);
        assertThat(mails.sent).containsExactly("contact-parked");
    }

    private void park() {
        ground.edit(ground.linkedContact(), "lastname", "Jansen");
        ground.claim()
                .forEach(row -> ground.end(
                        row, new Verdict.Hopeless(new Verdict.Trouble(Reason.INVALID_VALUE, "too long", null))));
    }

    private static final class LeavingDatabase extends DelegatingDataSource {

        private final AtomicInteger away = new AtomicInteger();

        LeavingDatabase() {
            super(TestDatabase.shared().application());
        }

        void leaveFor(int connections) {
            away.set(connections);
        }

        boolean isBack() {
            return away.get() <= 0;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away.getAndDecrement() > 0) {
                throw new SQLException("the database is away");
            }
            return super.getConnection();
        }
    }

    private static final class Mails implements Mailer {

        private final ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();

        @Override
        public UUID send(Mail mail) {
            sent.add(mail.template());
            return UUID.randomUUID();
        }

        @Override
        public UUID sendToAdministrator(String template, Locale locale, Map<String, Object> values) {
            sent.add(template);
            return UUID.randomUUID();
        }
    }
}
