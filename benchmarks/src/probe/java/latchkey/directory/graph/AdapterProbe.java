package latchkey.directory.graph;

import benchmarks.measure.Load;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latchkey.audit.Announced;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerPage;

/**
 * One profile change after the other, through the adapter and by the bare client, in turns. Prints changes a second of the adapter
 * and of the bare client, each the median of its rounds. Arguments: the sandbox, a token, threads, changes a round.
 */
public final class AdapterProbe {

    private static final int ROUNDS = 5;
    private static final int WARM_ROUNDS = 3;

    private AdapterProbe() {}

    public static void main(String[] arguments) {
        var url = arguments[0];
        var bare = new Bare(arguments[1]);
        var threads = Integer.parseInt(arguments[2]);
        var changes = Integer.parseInt(arguments[3]);
        var directory = Reach.forSync(url);
        var people = directory.scan().page(Set.of(AttributeKey.GIVEN_NAME), null).rows().stream()
                .map(CustomerPage.Row::id)
                .limit(500)
                .toList();
        Load.Operation ours = turn ->
                directory.profiles().change(of(people, turn), named("Adapter" + turn), Announced.change());
        Load.Operation theirs = turn -> bare.patch(
                url + "/v1.0/users/" + of(people, turn).objectId(), "{\"givenName\":\"Bare" + turn + "\"}");
        var adapterRates = new double[ROUNDS];
        var bareRates = new double[ROUNDS];
        for (var round = -WARM_ROUNDS; round < ROUNDS; round++) {
            var withBare = Load.together(threads, changes, theirs);
            var withAdapter = Load.together(threads, changes, ours);
            if (round >= 0) {
                bareRates[round] = withBare;
                adapterRates[round] = withAdapter;
            }
        }
        System.out.println(median(adapterRates));
        System.out.println(median(bareRates));
        System.exit(0);
    }

    private static CustomerId of(List<CustomerId> people, int turn) {
        return people.get(turn % people.size());
    }

    private static AttributeChanges named(String name) {
        return new AttributeChanges(Map.of(AttributeKey.GIVEN_NAME, Optional.of(new AttributeValue.Text(name))));
    }

    private static double median(double[] rates) {
        Arrays.sort(rates);
        return rates[rates.length / 2];
    }
}
