package latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import latchkey.testing.Asvs;
import latchkey.tracing.Spans;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

class TrailTest {

    @TempDir
    static Path folder;

    private static TrailGround ground;

    @BeforeAll
    static void open() {
        ground = TrailGround.in(folder);
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    @Asvs("16.2.1")
    void whatWasAnnouncedIsReadBackWithItsOutcome() {
        var change = ground.trail().announce(TrailGround.resetOf(TrailGround.JAN));
        ground.trail().record(change, Outcome.done("graph-request-1"));

        var entry = ground.reader().byId(change.id()).orElseThrow();

        assertThat(entry.announcement()).isEqualTo(TrailGround.resetOf(TrailGround.JAN));
        assertThat(entry.announced()).isTrue();
        assertThat(entry.outcome()).isEqualTo(Outcome.done("graph-request-1"));
        assertThat(entry.erased()).isFalse();
    }

    @Test
    void aRefusalIsReadBackWithItsCode() {
        var subject = new Subject("contoso", "refused");
        ground.trail().note(TrailGround.resetOf(subject), "caller-not-verified");

        var page = ground.reader().read(AuditQuestion.latest(10).about(subject));

        assertThat(page.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.announced()).isFalse();
            assertThat(entry.code()).isEqualTo("caller-not-verified");
        });
    }

    @Test
    @Asvs("11.3.2")
    void nothingPersonalStandsReadableInTheDatabase() {
        ground.trail().announce(TrailGround.resetOf(TrailGround.JAN));

        var bodies = String.join(
                "\n",
                ground.asOwner()
                        .sql("select body from audit_entries")
                        .query(String.class)
                        .list());

        assertThat(bodies)
                .doesNotContain("jan@example.com", "forgot", "\"Kim\"")
                .contains("T-4711", "reset-password");
    }

    @Test
    void destroyingAKeyErasesThePersonAndLeavesTheEntry() {
        var gil = new Subject("contoso", "gone-gil");
        var change = ground.trail().announce(TrailGround.resetOf(gil));
        ground.asOwner()
                .sql("delete from audit_keys where scope = 'contoso/gone-gil'")
                .update();

        var entry = ground.reader().byId(change.id()).orElseThrow();

        assertThat(entry.erased()).isTrue();
        assertThat(entry.announcement().reason()).isNull();
        assertThat(entry.announcement().personal()).isEmpty();
        assertThat(entry.announcement().actor().name()).isEqualTo(TrailGround.KIM.id());
        assertThat(entry.announcement().ticket()).isEqualTo("T-4711");
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrDouble() {
        var pia = new Subject("contoso", "pia");
        var changes = ground.trail()
                .announceAll(IntStream.range(0, 7)
                        .mapToObj(number -> TrailGround.resetOf(pia))
                        .toList());

        var seen = new ArrayList<java.util.UUID>();
        Long before = null;
        do {
            var page = ground.reader().read(new AuditQuestion(pia, null, null, null, null, null, before, 3));
            page.entries().forEach(entry -> seen.add(entry.id()));
            before = page.before();
        } while (before != null);

        assertThat(seen)
                .containsExactlyElementsOf(
                        changes.reversed().stream().map(AuditedChange::id).toList());
    }

    @Test
    @Asvs({"13.2.2", "16.4.2"})
    void theApplicationsRoleCanOnlyInsertAndRead() {
        ground.trail().announce(TrailGround.resetOf(TrailGround.JAN));
        for (var statement : List.of(
                "update audit_entries set body = '{}'",
                "delete from audit_entries",
                "truncate audit_entries",
                "alter table audit_entries disable trigger all",
                "drop table audit_entries",
                "update audit_keys set wrapped = ''",
                "delete from audit_keys")) {
            assertThatThrownBy(() -> ground.database().jdbc().sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void manyWritersOnTwoNodesMakeOneChainWithoutGaps() throws Exception {
        try (var second = ground.another(ground.database().application());
                var agents = Executors.newVirtualThreadPerTaskExecutor()) {
            var trails = List.of(ground.trail(), new DurableTrail(second, Clock.systemUTC(), Spans.none()));
            var calls = IntStream.range(0, 200)
                    .<Callable<AuditedChange>>mapToObj(
                            number -> () -> trails.get(number % 2).announce(TrailGround.resetOf(TrailGround.LAYLA)))
                    .toList();
            for (var call : agents.invokeAll(calls)) {
                call.get();
            }
        }
        var gaps = ground.asOwner()
                .sql("select max(sequence) - count(*) from audit_entries")
                .query(Long.class)
                .single();
        assertThat(gaps).isZero();
    }

    @Test
    @Asvs("16.5.3")
    void aBrokenStoreRefusesAnnouncementsAndRecoversByItself() {
        ground.asOwner().sql("revoke insert on audit_entries from latchkey_app").update();
        try {
            assertThatThrownBy(() -> ground.trail().announce(TrailGround.resetOf(TrailGround.JAN)))
                    .isInstanceOf(AuditUnavailable.class)
                    .hasStackTraceContaining("permission denied")
                    .satisfies(told ->
                            assertThat(Throwables.getStackTrace(told)).doesNotContain(TrailGround.JAN.id(), "T-4711"));
        } finally {
            ground.asOwner()
                    .sql("grant insert on audit_entries to latchkey_app")
                    .update();
        }
        assertThat(ground.trail().announce(TrailGround.resetOf(TrailGround.JAN)))
                .isNotNull();
    }

    @Test
    void anOutcomeSurvivesAStoreThatIsBrokenForAWhile() {
        var change = ground.trail().announce(TrailGround.resetOf(TrailGround.JAN));
        ground.asOwner().sql("revoke insert on audit_entries from latchkey_app").update();
        try {
            ground.trail().record(change, Outcome.failed("directory-busy", "graph-request-2"));
            assertThat(ground.reader().byId(change.id()).orElseThrow().outcome())
                    .isNull();
        } finally {
            ground.asOwner()
                    .sql("grant insert on audit_entries to latchkey_app")
                    .update();
        }
        latchkey.testing.Eventually.that(
                "the outcome is recorded",
                () -> ground.reader().byId(change.id()).orElseThrow().outcome() != null);
    }

    @Test
    void whoLooksWhileTheStoreIsBrokenIsInTheTrailWhenItIsBack() {
        var subject = new Subject("contoso", "looked-at");
        ground.asOwner().sql("revoke insert on audit_entries from latchkey_app").update();
        try {
            ground.trail().look(Announcement.of(TrailGround.KIM, "view-customer", subject));
        } finally {
            ground.asOwner()
                    .sql("grant insert on audit_entries to latchkey_app")
                    .update();
        }
        var looks = AuditQuestion.latest(10).about(subject).withLooks();
        latchkey.testing.Eventually.that(
                "the look is recorded",
                () -> ground.reader().read(looks).entries().size() == 1);
        assertThat(ground.reader().read(AuditQuestion.latest(10).about(subject)).entries())
                .isEmpty();
        assertThat(ground.reader().read(looks.without("view-customer")).entries())
                .isEmpty();
    }

    @Test
    void anAnnouncementWithoutOutcomeIsReportedByTheSweepOnce() {
        var subject = new Subject("contoso", "crashed");
        var change = ground.trail().announce(TrailGround.resetOf(subject));
        var later = Clock.fixed(Instant.now().plus(Duration.ofMinutes(6)), ZoneOffset.UTC);
        var sweep = new OutcomeSweep(ground.database().jdbc(), ground.trail(), ground.settings(), later);

        sweep.sweep();
        sweep.sweep();

        assertThat(ground.reader().byId(change.id()).orElseThrow().outcome())
                .extracting(Outcome::result, Outcome::code)
                .containsExactly(Outcome.Result.UNKNOWN, OutcomeSweep.CODE);
        assertThat(ground.asOwner()
                        .sql("select count(*) from audit_entries where announcement = ?")
                        .param(change.id())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void onlyTheOwnerOfTheProcessReadsTheKeys() throws Exception {
        try (var files = Files.list(ground.settings().keys())) {
            assertThat(files)
                    .hasSize(4)
                    .allSatisfy(key ->
                            assertThat(Files.getPosixFilePermissions(key)).hasSize(2));
        }
    }
}
