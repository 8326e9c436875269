package latchkey.notify;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;

/** Carries mails and text messages from the outbox to those who deliver them, until each is delivered or given up. */
@Component
class Postman implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int ROUND = 20;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final MailServer server;
    private final SmsProvider provider;
    private final MailSettings settings;
    private final SmsSettings texts;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread worker;

    Postman(
            Outbox outbox,
            MailServer server,
            SmsProvider provider,
            MailSettings settings,
            SmsSettings texts,
            Clock clock) {
        this.outbox = outbox;
        this.server = server;
        this.provider = provider;
        this.texts = texts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Says that there is mail; otherwise the postman looks once a second, for mail of other nodes. */
    void wake() {
        bell.release();
    }

    /** The same, as soon as the caller's transaction is committed. */
    void wakeWhenCommitted() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    /** Delivers what is due, once; true when there may be more. */
    boolean round() {
        // every mail of a round may time out before the last one is tried
        var mails = outbox.take(ROUND, settings.timeout().multipliedBy(4L * ROUND));
        mails.forEach(this::deliver);
        return mails.size() == ROUND;
    }

    private void deliver(Outbox.Taken mail) {
        try {
            deliver(mail, outbox.open(mail));
        } catch (Sealer.CannotOpen | JacksonException e) {
            giveUp(mail, "the key in latchkey.mail.key-file does not open it");
        }
    }

    private void deliver(Outbox.Taken mail, Outbox.Addressed addressed) {
        switch (handOver(mail, addressed)) {
            case Answer.Taken ignored -> outbox.delivered(mail);
            case Answer.Refused(String words) -> giveUp(mail, words);
            case Answer.Away(String words) -> {
                if (mail.createdAt().plus(giveUpAfter(mail)).isBefore(clock.instant())) {
                    giveUp(mail, words);
                } else {
                    outbox.postpone(mail, words);
                }
            }
        }
    }

    private Answer handOver(Outbox.Taken mail, Outbox.Addressed addressed) {
        return switch (mail.way()) {
            case MAIL -> server.deliver(mail, addressed);
            case TEXT -> provider.deliver(mail, addressed);
        };
    }

    private Duration giveUpAfter(Outbox.Taken mail) {
        return switch (mail.way()) {
            case MAIL -> settings.giveUpAfter();
            case TEXT -> texts.giveUpAfter();
        };
    }

    private void giveUp(Outbox.Taken mail, String words) {
        outbox.giveUp(mail, words);
        LOG.warn("Mail {} was given up: {}", mail.id(), words);
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("postman").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        bell.release();
        if (worker != null) {
            join(worker);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                if (!round()) {
                    waitForMail();
                }
            } catch (DataAccessException e) {
                LOG.warn("The outbox cannot be read, trying again: {}", e.getMessage());
                waitForMail();
            }
        }
    }

    private void waitForMail() {
        try {
            bell.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            bell.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
