package latchkey.directory.activity;

import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import latchkey.directory.DirectoryId;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the directories' own logs are collected, per directory.
 *
 * @param directories by their short name
 */
@Validated
@ConfigurationProperties("latchkey")
record ActivitySettings(@DefaultValue Map<String, @Valid OfDirectory> directories) {

    private static final OfDirectory SHIPPED = new OfDirectory(
            new Activity(true, Duration.ofMinutes(1), Duration.ofDays(7), Duration.ofDays(400), Set.of()));

    /** How it is done for this directory; the defaults where its settings say nothing of it. */
    Activity of(DirectoryId directory) {
        return directories.getOrDefault(directory.value(), SHIPPED).activity();
    }

    /** The part of a directory's settings that is about its log. */
    record OfDirectory(@DefaultValue @Valid Activity activity) {}

    /**
     * How one directory's log is collected.
     *
     * @param enabled whether it is
     * @param every how often it is asked for news
     * @param reachesBack how long the directory keeps its log: 7 days without a premium licence, 30 with one (facts §7.3)
     * @param kept how long our store keeps events
     * @param expected who else is expected to change customers: ids or names of applications, or object ids of persons
     */
    record Activity(
            @DefaultValue("true") boolean enabled,

            @DefaultValue("1m") @DurationMin(seconds = 10) @DurationMax(hours = 1)
            Duration every,

            @DefaultValue("7d") @DurationMin(days = 1) @DurationMax(days = 30)
            Duration reachesBack,

            @DefaultValue("400d") @DurationMin(days = 1) Duration kept,
            @DefaultValue Set<String> expected) {

        Activity {
            expected = expected.stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** How far back a first reading goes: not to events that would be removed at once. */
        Duration firstReading() {
            return kept.compareTo(reachesBack) < 0 ? kept : reachesBack;
        }
    }
}
