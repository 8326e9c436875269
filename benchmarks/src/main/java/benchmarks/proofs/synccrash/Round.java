package benchmarks.proofs.synccrash;

import benchmarks.ground.SandboxControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** One death: edits flow, the portal dies among them and is started again, the rest flows, and the judge looks. */
final class Round {

    static final int EDITS = 500;

    private static final int CONTACTS = 60;

    /** So many are made while nobody listens; nobody promises anything about them. */
    private static final int UNHEARD = 10;

    private static final Duration TO_DIE = Duration.ofSeconds(5);
    private static final Duration TO_REST = Duration.ofMinutes(3);

    private final Stage stage;
    private final SandboxControl control;
    private final int number;
    private final Death death;
    private final Death nextDeath;
    private final Random random;
    private final List<SandboxControl.Person> people;
    private final Editor editor;

    Round(Stage stage, int number, long seed, Death death, Death nextDeath) {
        this.stage = stage;
        this.control = stage.control();
        this.number = number;
        this.death = death;
        this.nextDeath = nextDeath;
        this.random = new Random(seed * 1_000_003 + number);
        this.people = stage.people(number, CONTACTS);
        this.editor = new Editor(control, people, random, "R" + number);
    }

    Tally.Round run() {
        var began = System.nanoTime();
        var witness = new Witness(control);
        Weather.of(random).begin(control);
        var missed = !die();
        editor.edit(UNHEARD);
        var start = stage.startPortal(nextDeath);
        editor.edit(EDITS - editor.made());
        Weather.end(control);
        var restBegan = System.nanoTime();
        var violations = new ArrayList<Violation>();
        if (!stage.comesToRest(TO_REST, () -> witness.told() >= EDITS)) {
            violations.add(new Violation(Violation.Kind.RESTLESS, "all", "the portal is still busy"));
        }
        var rest = seconds(restBegan);
        return judged(witness, missed, violations, seconds(began), start.toMillis() / 1e3, rest);
    }

    /** True when it died as planned. */
    private boolean die() {
        return switch (death) {
            case Death.AtPoint at -> dieAt(at);
            case Death.Killed killed -> kill(killed.afterEdits(), killed.millisLater(), false);
            case Death.KilledWithDatabase killed -> kill(killed.afterEdits(), killed.millisLater(), true);
        };
    }

    private boolean dieAt(Death.AtPoint at) {
        if (at.point().equals("PARKED_NOT_TOLD")) {
            control.fault("""
                {"kind":"graph","method":"PATCH","action":"status","status":400,"count":%d}""".formatted(EDITS));
        }
        stage.letDie();
        while (stage.portalLives() && editor.made() < EDITS * 7 / 10) {
            editor.edit();
        }
        var died = Stage.await(TO_DIE, () -> !stage.portalLives());
        if (!died) {
            stage.kill();
        }
        stage.letLive();
        return died;
    }

    private boolean kill(int afterEdits, int millisLater, boolean database) {
        editor.edit(afterEdits);
        LockSupport.parkNanos(Duration.ofMillis(millisLater).toNanos());
        stage.kill();
        if (database) {
            stage.killDatabase();
        }
        return true;
    }

    private Tally.Round judged(
            Witness witness,
            boolean missed,
            List<Violation> violations,
            double seconds,
            double secondsToStart,
            double secondsToRest) {
        control.set("{\"replicationDelayMillis\":0}");
        var accepted = witness.accepted();
        var stories = witness.stories(people, accepted);
        var findings = stories.stream().map(Judge::finding).toList();
        findings.forEach(finding -> finding.violation().ifPresent(violations::add));
        var written = witness.written();
        people.forEach(person -> stage.edited().add(person.customer()));
        violations.addAll(Judge.strangers(new HashSet<>(written), stage.edited()));
        return new Tally.Round(
                death.title(),
                missed,
                editor.made(),
                accepted.values().stream().mapToInt(java.util.Set::size).sum(),
                written.size(),
                stories.size(),
                findings.stream().mapToInt(Judge.Finding::stepsBack).sum(),
                seconds,
                secondsToStart,
                secondsToRest,
                violations);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    @Override
    public String toString() {
        return "round " + (number + 1) + ", " + death.title();
    }
}
