package latchkey.helpdesk.action;

import benchmarks.measure.Durations;
import benchmarks.measure.Load;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import latchkey.audit.KeptTrail;
import latchkey.audit.NoTrail;
import latchkey.database.Database;
import latchkey.database.DatabaseSettings;
import latchkey.directory.AttributeKey;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerPage;
import latchkey.directory.graph.Reach;

/**
 * The shortest action there is, one after the other, with the trail and with one that keeps nothing, in turns. Prints the
 * milliseconds of an action with and without it, each the median of its rounds' medians. Arguments: the sandbox, a folder, actions
 * a round, rounds.
 */
public final class ActionProbe {

    private static final int WARM_ROUNDS = 2;

    private static final int CUSTOMERS = 40;

    private ActionProbe() {}

    public static void main(String[] arguments) {
        var folder = Path.of(arguments[1]);
        var actions = Integer.parseInt(arguments[2]);
        var with = new double[Integer.parseInt(arguments[3])];
        var without = new double[with.length];
        var directories = Reach.directories(arguments[0]);
        var people = directories.forSync(Reach.CONTOSO).orElseThrow().scan().page(Set.of(AttributeKey.MAIL), null).rows().stream()
                .map(CustomerPage.Row::id)
                .limit(CUSTOMERS)
                .toList();
        try (var database = Database.open(new DatabaseSettings(folder.resolve("postgres"), 20), name -> null);
                var connections = database.pool("latchkey", 20);
                var kept = KeptTrail.in(folder, database);
                var audited = new MeasuredDesk(folder, connections, directories, kept, kept.trail());
                var bare = new MeasuredDesk(folder, connections, directories, kept, new NoTrail())) {
            for (var round = -WARM_ROUNDS; round < with.length; round++) {
                var keeping = timed(audited, people, actions);
                var forgetting = timed(bare, people, actions);
                if (round >= 0) {
                    with[round] = keeping.median();
                    without[round] = forgetting.median();
                }
            }
        }
        System.out.println(median(with));
        System.out.println(median(without));
        System.exit(0);
    }

    private static Durations timed(MeasuredDesk desk, List<CustomerId> people, int actions) {
        var submissions = desk.submissions(people);
        return Load.oneByOne(actions, turn -> desk.carryOut(submissions.get(turn % submissions.size())));
    }

    private static double median(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
