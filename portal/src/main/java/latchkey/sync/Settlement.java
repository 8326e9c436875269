package latchkey.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import latchkey.sync.SyncRows.Result;
import latchkey.sync.Verdict.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a verdict means for the contact's row: when it is looked at next, and what is known of our last write. */
@Component
class Settlement {

    private final SyncSettings settings;
    private final ReadBack readBack;
    private final Clock clock;

    Settlement(SyncSettings settings, ReadBack readBack, Clock clock) {
        this.settings = settings;
        this.readBack = readBack;
        this.clock = clock;
    }

    /** The row's new values, or empty when whoever takes the row next decides. */
    Optional<Result> of(Claimed row, Verdict verdict) {
        return switch (verdict) {
            case Verdict.InStep inStep -> Optional.of(inStep(row, inStep));
            case Verdict.NotLinked notLinked -> Optional.of(notLinked(row, notLinked.reason()));
            case Verdict.Later later -> Optional.of(later(row, later.trouble(), later.notBefore(), later.counts()));
            case Verdict.Unknown unknown ->
                Optional.of(
                        unknown(row, unknown.trouble(), unknown.customer()).written(unknown.news(), unknown.version()));
            case Verdict.Hopeless hopeless -> Optional.of(parked(row, hopeless.trouble()));
            case Verdict.Watched watched -> Optional.of(watched(row, watched));
            case Verdict.Held held -> Optional.of(held(row, held));
            case Verdict.Rejected rejected ->
                Optional.of(resting(row, State.REJECTED, rejected.customer(), null, null));
            case Verdict.GivenBack back -> Optional.of(givenBack(row));
            case Verdict.Abandoned abandoned -> Optional.empty();
        };
    }

    private Result inStep(Claimed row, Verdict.InStep verdict) {
        var contact = verdict.contact();
        var wrote = verdict.wrote();
        var due = readBack.stillDue(row);
        var news = wrote && (row.version() == null || row.version() != contact.version());
        return new Result(
                row.directory().value(),
                row.contact(),
                row.claim(),
                row.hints(),
                due == null ? State.SETTLED : State.VERIFYING,
                due,
                0,
                wrote ? later(row.lastWriteAt(), clock.instant()) : row.lastWriteAt(),
                due,
                verdict.customer(),
                contact.version(),
                contact.savedAt(),
                clock.instant(),
                news,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                wrote,
                verdict.news(),
                contact.version());
    }

    private Result watched(Claimed row, Verdict.Watched verdict) {
        return resting(row, State.WATCHED, verdict.customer(), null, null)
                .watched(verdict.contact().version(), verdict.differences());
    }

    private Result held(Claimed row, Verdict.Held verdict) {
        var hold = verdict.hold();
        return resting(row, State.HELD, verdict.customer(), hold.reason(), hold.attributes())
                .held(clock.instant(), verdict.contact().version(), verdict.differences(), verdict.news());
    }

    private Result givenBack(Claimed row) {
        return result(row, State.DUE, clock.instant(), row.attempts() - 1, row.customer(), null, null, null, null);
    }

    private static Result resting(
            Claimed row, State state, UUID customer, @Nullable Reason reason, @Nullable String words) {
        return result(row, state, null, 0, customer, reason, words, null, null);
    }

    private Result notLinked(Claimed row, Reason reason) {
        return unchanged(row, State.NOT_LINKED, null, 0, new Trouble(reason, null, null), null);
    }

    private Result later(Claimed row, Trouble trouble, Duration notBefore, boolean counts) {
        var attempts = counts ? row.attempts() : row.attempts() - 1;
        if (attempts >= settings.attempts()) {
            return parked(row, trouble);
        }
        var next = clock.instant().plus(notBefore).plus(backoff(counts ? attempts : 1));
        return unchanged(row, State.DUE, next, attempts, trouble, null);
    }

    private Result parked(Claimed row, Trouble trouble) {
        return unchanged(row, State.PARKED, null, row.attempts(), trouble, clock.instant());
    }

    private Result unknown(Claimed row, Trouble trouble, UUID customer) {
        var open = readBack.openUntil();
        var known = later(row, trouble, Duration.ZERO, true);
        return new Result(
                known.directory(),
                known.contact(),
                known.claim(),
                known.hints(),
                known.state(),
                known.nextAt(),
                known.attempts(),
                later(row.lastWriteAt(), open),
                later(row.verifyDue(), open),
                customer,
                known.version(),
                known.savedAt(),
                null,
                false,
                known.reason(),
                known.words(),
                known.requestId(),
                known.parkedAt(),
                null,
                null,
                null,
                false,
                List.of(),
                null);
    }

    private static Result unchanged(
            Claimed row,
            State state,
            @Nullable Instant next,
            int attempts,
            Trouble trouble,
            @Nullable Instant parkedAt) {
        return result(
                row,
                state,
                next,
                attempts,
                row.customer(),
                trouble.reason(),
                trouble.words(),
                trouble.requestId(),
                parkedAt);
    }

    private static Result result(
            Claimed row,
            State state,
            @Nullable Instant next,
            int attempts,
            @Nullable UUID customer,
            @Nullable Reason reason,
            @Nullable String words,
            @Nullable String requestId,
            @Nullable Instant parkedAt) {
        return new Result(
                row.directory().value(),
                row.contact(),
                row.claim(),
                row.hints(),
                state,
                next,
                attempts,
                row.lastWriteAt(),
                row.verifyDue(),
                customer,
                row.version(),
                row.savedAt(),
                null,
                false,
                reason,
                words,
                requestId,
                parkedAt,
                null,
                null,
                null,
                false,
                List.of(),
                null);
    }

    /** Doubled each time and drawn at random from zero up, so that those who failed together do not return together. */
    private Duration backoff(int attempts) {
        var doubled = settings.firstWait().toMillis() << Math.min(attempts - 1, 20);
        var most = Math.min(doubled, settings.longestWait().toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(Math.max(1, most)) + 1);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || one.isBefore(other) ? other : one;
    }
}
