package latchkey.helpdesk.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import latchkey.access.AccessSettings;
import latchkey.helpdesk.policy.Reasoning.Reasoned;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import latchkey.settings.SettingsFile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A table "this agent, that customer, this action: allowed or refused, because", held against the settings. */
public final class PolicyTable {

    private final Reasoning reasoning;

    private PolicyTable(Reasoning reasoning) {
        this.reasoning = reasoning;
    }

    /**
     * Says of every row whether the settings agree with it.
     *
     * @param table a YAML file whose {@code policy-test} is a list of rows, see docs/settings.yaml
     * @return whether all rows agree
     * @throws CannotStart when a file is missing or not understood, or the table is empty
     */
    public static boolean run(SettingsFile settings, Path table, PrintWriter out) {
        var rows = SettingsFile.read(table).bind(PolicyTestRows.class).rows();
        if (rows.isEmpty()) {
            throw new CannotStart(ExitCode.USAGE, "%s has no row below policy-test.rows.".formatted(table));
        }
        var policy = new Policy(settings.bind(PolicySettings.class), Clock.systemUTC(), "UTC");
        var tested = new PolicyTable(new Reasoning(settings.bind(AccessSettings.class), policy));
        var wrong = new ArrayList<Integer>();
        for (var number = 1; number <= rows.size(); number++) {
            if (!tested.agrees(number, rows.get(number - 1), out)) {
                wrong.add(number);
            }
        }
        out.printf("%d of %d rows agree.%n", rows.size() - wrong.size(), rows.size());
        return wrong.isEmpty();
    }

    private boolean agrees(int number, Row row, PrintWriter out) {
        var found = answer(row);
        var agrees = found.outcome().code().equals(row.expect())
                && (row.because() == null || row.because().equals(found.because()));
        out.printf(
                "%s %d: %s for %s: %s%s%n",
                agrees ? "ok   " : "WRONG",
                number,
                row.action(),
                String.join("+", new TreeSet<>(row.roles())),
                found,
                agrees ? "" : ", expected " + expected(row));
        return agrees;
    }

    private Reasoned answer(Row row) {
        if (Reasoning.permission(row.action()).isEmpty()) {
            throw new CannotStart(ExitCode.USAGE, "There is no action %s.".formatted(row.action()));
        }
        return reasoning.on(row.question());
    }

    private static String expected(Row row) {
        return row.because() == null ? row.expect() : row.expect() + " because of " + row.because();
    }

    /** The rows of a table. */
    @ConfigurationProperties("policy-test")
    record PolicyTestRows(@DefaultValue List<Row> rows) {}

    /**
     * One row.
     *
     * @param roles names of the agent's roles
     * @param action the action's name
     * @param directory the customer's directory
     * @param attributes the customer's attributes by short name
     * @param enabled whether the customer may sign in
     * @param reason of the case
     * @param ticket of the case
     * @param at when, by the help desk's clock
     * @param expect {@code allowed}, {@code refused}, {@code approval} or {@code proof}
     * @param because {@code permission}, {@code population} or the name of a rule; not compared when left out
     */
    record Row(
            @DefaultValue Set<String> roles,
            String action,
            @DefaultValue("") String directory,
            @DefaultValue Map<String, String> attributes,
            @DefaultValue("true") boolean enabled,
            @DefaultValue("other") String reason,
            @DefaultValue("") String ticket,
            @DefaultValue("2026-01-05T12:00:00") LocalDateTime at,
            @DefaultValue("allowed") String expect,
            @Nullable String because) {

        Question question() {
            return new Question(roles, action, directory, attributes, enabled, reason, ticket, at);
        }
    }
}
