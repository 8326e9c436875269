package latchkey.audit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trail is kept.
 *
 * @param keys the folder with the trail's keys, outside the database; made at the first start
 * @param anchor the file outside the database that signed heads of the trail are written to
 * @param anchorEvery at most this long passes between two anchors while entries come in
 * @param anchorEntries at most this many entries come between two anchors, plus one group of entries committed together
 * @param outcomeWithin after this long without an outcome an announcement is reported
 * @param retention how long entries stay in the database, and where they go then
 */
@ConfigurationProperties("latchkey.audit")
record AuditSettings(
        @DefaultValue("latchkey-data/audit/keys") Path keys,
        @DefaultValue("latchkey-data/audit/anchors.jsonl") Path anchor,
        @DefaultValue("60s") Duration anchorEvery,
        @DefaultValue("100") @Min(1) @Max(100_000) int anchorEntries,
        @DefaultValue("5m") Duration outcomeWithin,
        @Valid @DefaultValue Retention retention) {

    /**
     * How long entries stay in the database.
     *
     * @param keepFor whole days; null keeps them for ever. What the help desk's rules look back on must be there
     * @param archive the folder that older ones are sealed into
     * @param segmentEntries at most this many are in one file
     */
    record Retention(
            @Nullable @DurationMin(days = 1) Duration keepFor,
            @DefaultValue("latchkey-data/audit/archive") Path archive,
            @DefaultValue("100000") @Min(1) @Max(1_000_000) int segmentEntries) {

        static final Retention FOR_EVER = new Retention(null, Path.of("latchkey-data/audit/archive"), 100_000);
    }
}
