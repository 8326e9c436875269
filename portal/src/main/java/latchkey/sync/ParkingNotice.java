package latchkey.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import latchkey.access.AddressSettings;
import latchkey.notify.Mailer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the administrator of parked and held contacts and of a sync that stopped itself: each once, those of a bad minute together. */
@Component
class ParkingNotice implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ParkingNotice.class);
    private static final int LISTED = 50;

    /** A sync that stops for the same reason within this time has not stopped for a new one. */
    private static final Duration ONE_CAUSE = Duration.ofHours(1);

    private final ParkedRows rows;
    private final HeldRows held;
    private final Standings standings;
    private final Mailer mailer;
    private final TransactionTemplate transaction;
    private final AddressSettings addresses;
    private final SyncSettings settings;
    private final Clock clock;
    private final Bell bell = new Bell();
    private Instant lastMail = Instant.EPOCH;
    private volatile boolean running;
    private @Nullable Thread thread;

    ParkingNotice(
            ParkedRows rows,
            HeldRows held,
            Standings standings,
            Mailer mailer,
            TransactionTemplate transaction,
            AddressSettings addresses,
            SyncSettings settings,
            Clock clock) {
        this.rows = rows;
        this.held = held;
        this.standings = standings;
        this.mailer = mailer;
        this.transaction = transaction;
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("sync-notices").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        bell.ring();
        try {
            Objects.requireNonNull(thread).join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                if (!clock.instant().isBefore(lastMail.plus(settings.mailEvery()))) {
                    transaction.executeWithoutResult(inTransaction -> tell());
                    transaction.executeWithoutResult(inTransaction -> tellHeld());
                }
                transaction.executeWithoutResult(inTransaction -> tellStopped());
            } catch (DataAccessException | TransactionException | IllegalArgumentException e) {
                LOG.warn("The administrator could not be told of parked contacts: {}", e.getMessage());
            }
            bell.await(settings.look());
        }
    }

    private void tell() {
        var parked = rows.markTold(LISTED, clock.instant());
        if (parked.isEmpty()) {
            return;
        }
        CrashPoint.PARKED_NOT_TOLD.hit();
        mailer.sendToAdministrator("contact-parked", Locale.ENGLISH, values(parked));
        lastMail = clock.instant();
    }

    private void tellHeld() {
        var reasons = held.markTold(clock.instant());
        if (!reasons.isEmpty()) {
            var count = reasons.stream().mapToLong(HeldRows.Count::contacts).sum();
            mailer.sendToAdministrator(
                    "contact-held",
                    Locale.ENGLISH,
                    Map.of("reasons", reasons, "count", count, "page", addresses.url() + "/sync/held"));
            lastMail = clock.instant();
        }
    }

    private void tellStopped() {
        for (var standing : standings.markTold(ONE_CAUSE)) {
            mailer.sendToAdministrator(
                    "sync-stopped",
                    Locale.ENGLISH,
                    Map.of(
                            "directory",
                            standing.directory().value(),
                            "reason",
                            Objects.requireNonNull(standing.brokenReason()),
                            "page",
                            addresses.url() + "/sync/directories/" + standing.directory()));
        }
    }

    private Map<String, Object> values(List<ParkedRow> parked) {
        return Map.of(
                "contacts",
                parked,
                "count",
                parked.size(),
                "syncPage",
                addresses.url() + "/sync",
                "more",
                rows.untold());
    }
}
