package latchkey.directory.activity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import latchkey.audit.Announced;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.DirectoryEvent;
import latchkey.directory.DirectoryEvent.Author;
import latchkey.directory.DirectoryEvent.Kind;
import latchkey.directory.DirectoryEvent.Result;
import latchkey.directory.LogReading.Trouble;
import latchkey.directory.graph.Reached;
import latchkey.testing.Fault;
import latchkey.testing.Racers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The collector against the sandbox's log, judged by our store and the sandbox's journal. */
class CollectorTest {

    private static final Pattern FROM = Pattern.compile("activityDateTime ge (\\S+Z)");

    private final CollectorGround ground = new CollectorGround();

    @AfterEach
    void tidyUp() {
        ground.sandbox.clearFaults();
        ground.sandbox.settings(Map.of("quotas", false));
        ground.sandbox.resetClock();
    }

    @Test
    void whatAnotherApplicationDidIsStored() {
        ground.changes(1);

        ground.collector().round();

        assertThat(ground.log.of(ground.jan, 10)).singleElement().satisfies(event -> {
            assertThat(event.activity()).isEqualTo("Update user");
            assertThat(event.by()).isEqualTo(new Author(Kind.APPLICATION, "Latchkey sync"));
            assertThat(event.result()).isEqualTo(Result.SUCCESS);
            assertThat(event.signIn()).isFalse();
        });
    }

    @Test
    void whatOurOwnAppDidIsKnownByItsServicePrincipalAndCarriesOurId() {
        var change = Announced.change();
        Reached.forAgents(ground.url).signIns().block(ground.jan, change);

        ground.collector().round();

        assertThat(ground.log.last(ground.jan, Set.of("DISABLE account")))
                .hasValueSatisfying(event -> assertThat(event.activity()).isEqualTo("Disable account"));
        assertThat(ground.log.last(ground.jan, Set.of("Enable account"))).isEmpty();
        assertThat(ground.log.of(ground.jan, 10)).hasSize(2).allSatisfy(event -> {
            assertThat(event.by().kind()).isEqualTo(Kind.LATCHKEY);
            assertThat(event.correlationId()).isEqualTo(change.id().toString());
        });
    }

    @Test
    void otherApplicationsThatWriteAnAttributeAreNamedAndOursAreNot() {
        ground.changes(2);
        Reached.forAgents(ground.url)
                .profiles()
                .change(
                        ground.jan,
                        new AttributeChanges(
                                Map.of(AttributeKey.SURNAME, Optional.of(new AttributeValue.Text("Own-Change")))),
                        Announced.change());
        var before = ground.clock.instant().minus(Duration.ofHours(1));

        ground.collector().round();

        assertThat(ground.log.otherWriters(Reached.CONTOSO, Set.of("givenName", "surname"), before))
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.name()).isEqualTo("Latchkey sync");
                    assertThat(other.changes()).isEqualTo(2);
                    assertThat(other.properties()).containsExactly("GivenName");
                });
        assertThat(ground.log.otherWriters(Reached.CONTOSO, Set.of("surname", "mail"), before))
                .isEmpty();
        var later = ground.clock.instant().plus(Duration.ofHours(1));
        assertThat(ground.log.otherWriters(Reached.CONTOSO, Set.of("givenName"), later))
                .isEmpty();
    }

    @Test
    void namesOfPropertiesAreKeptAndTheirValuesAreNot() {
        ground.changes(1);

        ground.collector().round();

        assertThat(ground.log.of(ground.jan, 1))
                .flatExtracting(DirectoryEvent::changed)
                .containsExactly("GivenName");
        assertThat(ground.everythingStored()).contains("GivenName").doesNotContain("Zyxgeheim", "onmicrosoft");
    }

    @Test
    void aFirstReadingReachesBackAsFarAsTheDirectoryRemembers() {
        ground.collector().round();

        assertThat(ground.calls()).hasSize(1);
        assertThat(askedFrom(0)).isCloseTo(Instant.now().minus(Duration.ofDays(7)), within(1, MINUTES));
        assertThat(ground.reading().until()).isCloseTo(Instant.now(), within(1, MINUTES));
        assertThat(ground.reading().gaps()).isEmpty();
    }

    @Test
    void aQuarterOfAnHourIsReadAgainAndStoredOnce() {
        ground.changes(2);
        var collector = ground.collector();
        collector.round();
        var calls = ground.calls().size();

        collector.round();

        var latest = ground.log.of(ground.jan, 1).getFirst().at();
        assertThat(askedFrom(calls)).isEqualTo(latest.minus(Collector.OVERLAP).truncatedTo(ChronoUnit.SECONDS));
        assertThat(ground.stored()).isEqualTo(2);
    }

    @Test
    void aCollectorKilledBetweenPagesIsFollowedByOneThatGoesOn() {
        ground.changes(12);
        assertThatThrownBy(() -> ground.collector(killedAfter(1), time -> {}).round())
                .isInstanceOf(Killed.class);
        assertThat(ground.stored()).isEqualTo(4);

        var next = ground.collector();
        next.round();
        assertThat(ground.stored()).as("while the dead one's hold lasts").isEqualTo(4);
        ground.clock.forward(Duration.ofMinutes(4));
        next.round();

        assertThat(ground.stored()).isEqualTo(12);
    }

    @Test
    void aPageThatBreaksHalfwayChangesNothing() {
        ground.changes(6);
        var collector = ground.collector(
                ground.source, time -> ground.sandbox.fault(Fault.half().path(".*auditLogs.*")));

        collector.round();

        assertThat(ground.stored()).isEqualTo(4);
        assertThat(ground.reading().trouble()).isEqualTo(Trouble.UNAVAILABLE);
        assertThat(ground.reading().until())
                .as("the mark stands where the first page ends")
                .isEqualTo(ground.log.of(ground.jan, 1).getFirst().at());
        ground.sandbox.clearFaults();
        ground.collector().round();
        assertThat(ground.stored()).as("while the first one's hold lasts").isEqualTo(4);
        ground.clock.forward(Duration.ofMinutes(4));
        ground.collector().round();
        assertThat(ground.stored()).isEqualTo(6);
        assertThat(ground.reading().trouble()).isNull();
    }

    @Test
    void manyCollectorsAtOnceStoreEachEventOnce() {
        ground.changes(8);

        var outcomes = Racers.race(4, () -> ground.collector().round());

        assertThat(outcomes).containsOnly(CollectorGround.SETTINGS.every());
        assertThat(ground.stored()).isEqualTo(8);
        assertThat(ground.calls()).as("only one of them asks").hasSize(2);
    }

    @Test
    void oneThatWasThoughtDeadStopsWithoutADouble() {
        ground.changes(8);
        var other = ground.collector();
        var slow = ground.collector(ground.source, time -> {
            ground.clock.forward(Duration.ofHours(1));
            other.round();
        });

        slow.round();

        assertThat(ground.calls())
                .as("two pages each; the slow one's last is thrown away")
                .hasSize(4);
        assertThat(ground.stored()).isEqualTo(8);
        assertThat(ground.reading().until()).isCloseTo(ground.clock.instant(), within(1, MINUTES));
    }

    @Test
    void anotherNodeGoesOnAtOnceWhereOneStopped() {
        ground.changes(1);
        var stopped = ground.collector();
        stopped.round();
        stopped.release();
        var calls = ground.calls().size();

        ground.collector().round();

        assertThat(ground.calls()).hasSize(calls + 1);
    }

    @Test
    void aShortRetryAfterIsWaitedOutInTheLane() {
        ground.changes(1);
        ground.sandbox.fault(
                Fault.status(429).path(".*auditLogs.*").retryAfter("2").times(1));

        ground.collector().round();

        var calls = ground.calls();
        assertThat(calls).hasSize(2);
        assertThat(calls.get(1).at())
                .isAfterOrEqualTo(
                        Objects.requireNonNull(calls.get(0).finishedAt()).plusSeconds(2));
        assertThat(ground.stored()).isEqualTo(1);
    }

    @Test
    void aLongRetryAfterIsWaitedOutBeforeTheNextRound() {
        ground.sandbox.fault(
                Fault.status(429).path(".*auditLogs.*").retryAfter("40").times(1));

        var wait = ground.collector().round();

        assertThat(wait).isBetween(Duration.ofSeconds(39), Duration.ofSeconds(40));
        assertThat(ground.reading().trouble()).isEqualTo(Trouble.THROTTLED);
        assertThat(ground.calls()).hasSize(1);
    }

    @Test
    void theLaneOfFiveInTenSecondsIsNeverLeft() {
        ground.changes(28);
        ground.sandbox.settings(Map.of("quotas", true));

        ground.collector(ground.source, ground.sandbox::advanceClock).round();

        assertThat(ground.calls())
                .hasSize(7)
                .allSatisfy(call -> assertThat(call.status()).isEqualTo(200));
        assertThat(ground.stored()).isEqualTo(28);
    }

    @Test
    void aTimeThatTheDirectoryForgotBeforeItWasReadIsTold() {
        var collector = ground.collector();
        collector.round();
        var read = Objects.requireNonNull(ground.reading().until());
        ground.clock.forward(Duration.ofDays(9));

        collector.round();

        assertThat(ground.reading().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(read);
            assertThat(gap.until()).isCloseTo(ground.clock.instant().minus(Duration.ofDays(7)), within(1, MINUTES));
        });
    }

    @Test
    void aMissingPermissionIsSaidAndNotAskedForEveryMinute() {
        var wait =
                ground.collector(Reached.forbiddenLog(ground.url), time -> {}).round();

        assertThat(wait).isEqualTo(Duration.ofMinutes(10));
        assertThat(ground.reading().trouble()).isEqualTo(Trouble.NOT_ALLOWED);
        assertThat(ground.reading().until()).isNull();
    }

    @Test
    void ourStoreForgetsWhenItIsTold() {
        ground.changes(1);
        var kept = new ActivitySettings.Activity(
                true, Duration.ofMinutes(1), Duration.ofDays(7), Duration.ofDays(3), java.util.Set.of());
        var collector = ground.collector(ground.source, time -> {}, kept);
        collector.round();
        assertThat(ground.stored()).isPositive();
        ground.clock.forward(Duration.ofDays(4));

        collector.round();

        assertThat(ground.stored()).isZero();
    }

    @Test
    void whatWasReadBeforeItWasSwitchedOffIsForgottenAllTheSame() {
        ground.changes(1);
        ground.collector().round();
        var off = new ActivitySettings.Activity(
                false, Duration.ofMinutes(1), Duration.ofDays(7), Duration.ofDays(3), java.util.Set.of());
        var calls = ground.calls().size();
        ground.clock.forward(Duration.ofDays(4));

        ground.collector(ground.source, time -> {}, off).round();

        assertThat(ground.stored()).isZero();
        assertThat(ground.calls()).hasSize(calls);
    }

    @Test
    void whatWasStoredIsCounted() {
        ground.changes(2);

        ground.collector().round();

        assertThat(ground.meters
                        .get("latchkey.activity.events")
                        .tag("directory", "contoso")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    private Instant askedFrom(int call) {
        var query = URLDecoder.decode(String.valueOf(ground.calls().get(call).query()), UTF_8);
        var from = FROM.matcher(query);
        assertThat(from.find()).as(query).isTrue();
        return Instant.parse(from.group(1));
    }

    /** The log as a process reads it that dies after so many pages. */
    private LogSource killedAfter(int pages) {
        return new LogSource() {
            private int asked;

            @Override
            public LogPage page(Instant from, @Nullable String next) {
                if (asked++ == pages) {
                    throw new Killed();
                }
                return ground.source.page(from, next);
            }

            @Override
            public Set<String> ownIds() {
                return ground.source.ownIds();
            }
        };
    }

    /** The end of a process: nothing after it is done. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
