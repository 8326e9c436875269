package latchkey.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail, joined with the outcome that was recorded for it.
 *
 * @param sequence its place in the chain
 * @param id of the announcement or note; announced changes carry it to the directory
 * @param at when it was committed
 * @param announcement who, what, to whom and why
 * @param announced whether it announced a change; otherwise it noted something
 * @param code why it was refused, for notes; null when it happened
 * @param outcome how an announced change ended, null while that is open
 * @param endedAt when the outcome was recorded
 * @param erased whether the customer's key was destroyed, so that personal values are gone
 */
public record AuditEntry(
        long sequence,
        UUID id,
        Instant at,
        Announcement announcement,
        boolean announced,
        @Nullable String code,
        @Nullable Outcome outcome,
        @Nullable Instant endedAt,
        boolean erased) {}
