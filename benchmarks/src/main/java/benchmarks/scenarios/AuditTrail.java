package benchmarks.scenarios;

import benchmarks.ground.Ground;
import benchmarks.measure.Row;
import java.util.List;

/** What the audit trail costs: entries over bare rows as safe as they, and an action over the same one that leaves no trail. */
final class AuditTrail implements Alone {

    private static final int LATENCY = 40;

    private final int entries;

    private final int actions;

    private final int rounds;

    AuditTrail() {
        this(4_000, 60, 5);
    }

    /** With so many entries and actions in each of so many rounds. */
    AuditTrail(int entries, int actions, int rounds) {
        this.entries = entries;
        this.actions = actions;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public int customers() {
        return 1_000;
    }

    @Override
    public List<Row> run(Place place) {
        return List.of(appends(place), action(place));
    }

    private Row appends(Place place) {
        var figures = place.probe()
                .run("latchkey.audit.AppendProbe", "256m", folder(place, "appends"), "16", text(entries), text(rounds));
        return Row.atLeast(
                "audit entries of 16 writers over bare committed inserts of the same %.0f bytes"
                        .formatted(figures.get(2)),
                figures.get(0),
                figures.get(1),
                "/s",
                0.5);
    }

    private Row action(Place place) {
        place.control().set("{\"graphLatencyMillis\":" + LATENCY + "}");
        var figures = place.probe()
                .run(
                        "latchkey.helpdesk.action.ActionProbe",
                        "256m",
                        place.ground().sandboxUrl(),
                        folder(place, "action"),
                        text(actions),
                        text(rounds));
        return Row.atMost(
                "an action, median, over the same without a trail (%d ms injected)".formatted(LATENCY),
                figures.get(0),
                figures.get(1),
                "ms",
                1.15);
    }

    private static String folder(Place place, String name) {
        return Ground.emptied(place.ground().folder().resolve(name)).toString();
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
