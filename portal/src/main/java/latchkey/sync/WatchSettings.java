package latchkey.sync;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the sync begins after an installation, and what it wants to see before it writes.
 *
 * @param beginLive whether a directory of which nobody said anything yet is written to
 * @param othersWithin how long ago another program may have written what the sync feeds, by the directory's own log,
 *     to count as still doing so
 */
@Validated
@ConfigurationProperties("latchkey.sync.watch")
record WatchSettings(
        @DefaultValue("false") boolean beginLive,
        @DefaultValue("24h") @DurationMin(minutes = 1) Duration othersWithin) {}
