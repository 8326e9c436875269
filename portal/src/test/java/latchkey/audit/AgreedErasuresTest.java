package latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import latchkey.testing.Asvs;
import latchkey.testing.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer is erased where the trail says that two people wanted it, and nowhere else. */
@Asvs("16.4.2")
class AgreedErasuresTest {

    private static final Actor JO = admin("jo");

    private static final Actor NOOR = admin("noor");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();

    private TrailGround ground;

    private KeyErasure erasure;

    private UUID entry;

    @BeforeEach
    void janIsInTheTrail() {
        ground = TrailGround.in(folder, clock);
        entry = ground.trail().announce(TrailGround.resetOf(TrailGround.JAN)).id();
        var key = new ErasableCustomers(ground.database().jdbc())
                .keyOf(TrailGround.JAN)
                .orElseThrow();
        erasure = new KeyErasure(UUID.randomUUID(), TrailGround.JAN, key);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void whatTwoPeopleWantIsCarriedOutOnceAndTheTrailSaysWhoTheyWere() {
        note(erasure.asked(JO, "jo", "asked for it", "T-1"));
        note(erasure.agreed(NOOR, "noor", "T-1"));

        assertThat(run()).containsExactly(erasure);

        assertThat(isErased()).isTrue();
        var done = ground.reader()
                .read(AuditQuestion.latest(5).named(KeyErasure.DONE))
                .entries();
        assertThat(done).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo(Outcome.done(null));
            assertThat(one.announcement().ticket()).isEqualTo("T-1");
            assertThat(one.announcement().facts())
                    .containsEntry("customer", TrailGround.JAN.id())
                    .containsKeys("asked", "agreed");
        });
        assertThat(run()).isEmpty();
        assertThat(new TrailCheck(ground.settings(), ground.keys())
                        .of(ground.database().owner()))
                .isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void onePersonAloneErasesNobodyUnderWhateverAccount() {
        note(erasure.asked(JO, "jo", "asked for it", null));
        assertThat(run()).isEmpty();

        note(erasure.agreed(JO, "jo", null));
        note(erasure.agreed(JO, "somebody else", null));
        note(erasure.agreed(NOOR, "jo", null));

        assertThat(run()).isEmpty();
        assertThat(isErased()).isFalse();
    }

    @Test
    void aRefusedYesAndAYesToSomethingElseCountForNothing() {
        note(erasure.asked(JO, "jo", "asked for it", null));
        ground.trail().note(erasure.agreed(NOOR, "noor", null), "erasure-not-open");
        note(new KeyErasure(erasure.id(), TrailGround.LAYLA, erasure.key()).agreed(NOOR, "noor", null));
        note(erasure.denied(NOOR, "noor", "not yet", null));

        assertThat(run()).isEmpty();
        assertThat(isErased()).isFalse();
    }

    @Test
    void aYesAfterAWeekIsTooLate() {
        note(erasure.asked(JO, "jo", "asked for it", null));
        clock.move(Duration.ofDays(8));
        note(erasure.agreed(NOOR, "noor", null));

        assertThat(run()).isEmpty();
        assertThat(isErased()).isFalse();
    }

    @Test
    void whoeverMayOnlyWriteToTheDatabaseErasesNobody() {
        note(erasure.asked(JO, "jo", "asked for it", null));
        note(erasure.agreed(NOOR, "noor", null));
        ground.asOwner()
                .sql("update audit_entries set body = replace(body, :mine, :other) where action = 'agree-erasure'")
                .param("mine", erasure.id().toString())
                .param("other", UUID.randomUUID().toString())
                .update();
        ground.asOwner()
                .sql("update audit_entries set mac = hash where action = 'ask-erasure'")
                .update();

        assertThat(run()).isEmpty();
        assertThat(isErased()).isFalse();
    }

    @Test
    void theApplicationsOwnRoleDestroysNothing() {
        note(erasure.asked(JO, "jo", "asked for it", null));
        note(erasure.agreed(NOOR, "noor", null));

        assertThat(erasures(ground.database().application()).run()).isEmpty();
        assertThat(isErased()).isFalse();
    }

    @Test
    void aCustomerWhoCameBackMeanwhileKeepsTheNewKey() {
        note(erasure.asked(JO, "jo", "asked for it", null));
        note(erasure.agreed(NOOR, "noor", null));
        new CustomerKeys(ground.keys()).destroy(ground.database().owner(), TrailGround.JAN);
        var after =
                ground.trail().announce(TrailGround.resetOf(TrailGround.JAN)).id();

        assertThat(run()).containsExactly(erasure);

        assertThat(ground.reader().byId(after).orElseThrow().erased()).isFalse();
        assertThat(isErased()).isTrue();
    }

    @Test
    void whatARunThatDiedHasAnnouncedIsCarriedOutByTheNext() {
        note(erasure.asked(JO, "jo", "asked for it", null));
        note(erasure.agreed(NOOR, "noor", null));
        var died = ground.trail()
                .announce(new Announcement(
                        Actor.system("erasure"), KeyErasure.DONE, null, null, null, null, erasure.facts(), Map.of()));
        ground.trail().record(died, Outcome.unknown(OutcomeSweep.CODE, null));

        assertThat(run()).containsExactly(erasure);
        assertThat(isErased()).isTrue();
    }

    private void note(Announcement said) {
        ground.trail().note(said, null);
    }

    private java.util.List<KeyErasure> run() {
        return erasures(ground.database().owner()).run();
    }

    private AgreedErasures erasures(DataSource connections) {
        return new AgreedErasures(connections, ground.keys(), ground.trail(), Actor.system("erasure"), clock);
    }

    private boolean isErased() {
        return ground.reader().byId(entry).orElseThrow().erased();
    }

    private static Actor admin(String name) {
        return new Actor(Actor.Kind.AGENT, "https://login.example#" + name, name, Set.of("admin"));
    }
}
