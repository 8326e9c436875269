package latchkey.helpdesk.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import latchkey.access.AccessSettings;
import latchkey.access.Permission;
import latchkey.access.PopulationRule;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import latchkey.settings.SettingsFile;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A table "this agent, that customer, this action: allowed or refused, because", held against the settings. */
public final class PolicyTable {

    private final AccessSettings access;
    private final Policy policy;

    private PolicyTable(AccessSettings access, Policy policy) {
        this.access = access;
        this.policy = policy;
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
        var tested = new PolicyTable(settings.bind(AccessSettings.class), policy);
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
        var agrees = found.outcome().equals(row.expect())
                && (row.because() == null || row.because().equals(found.because()));
        out.printf(
                "%s %d: %s for %s: %s%s%n",
                agrees ? "ok   " : "WRONG",
                number,
                row.action(),
                String.join("+", new TreeSet<>(row.roles())),
                found,
                agrees ? "" : ", expected " + new Found(row.expect(), row.because()));
        return agrees;
    }

    private Found answer(Row row) {
        var roles = row.roles().stream()
                .filter(access.roles()::containsKey)
                .map(access.roles()::get)
                .toList();
        var populations =
                roles.stream().flatMap(role -> role.populations().stream()).collect(Collectors.toSet());
        if (roles.stream().noneMatch(role -> role.permissions().contains(permission(row.action())))) {
            return new Found("refused", "permission");
        }
        if (populations.stream().noneMatch(name -> sees(name, row))) {
            return new Found("refused", "population");
        }
        return byRules(policy.on(circumstances(row, populations)));
    }

    private static Found byRules(Verdict verdict) {
        if (!verdict.refusals().isEmpty()) {
            return Found.by("refused", verdict.refusals());
        }
        if (verdict.wantsApproval()) {
            return Found.by("approval", verdict.approvals());
        }
        return verdict.wantsProof() ? Found.by("proof", verdict.proofs()) : new Found("allowed", null);
    }

    private boolean sees(String population, Row row) {
        return population.equals(AccessSettings.EVERYONE)
                || includes(access.populations().get(population), row);
    }

    private static boolean includes(@Nullable PopulationRule rule, Row row) {
        return rule != null
                && (rule.directories().isEmpty() || rule.directories().contains(row.directory()))
                && rule.where().entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().stream()
                                .anyMatch(value ->
                                        value.equalsIgnoreCase(row.attributes().get(wanted.getKey()))));
    }

    private static Circumstances circumstances(Row row, Set<String> populations) {
        return new Circumstances(
                row.action(),
                new Circumstances.Who("", row.roles(), populations),
                new Circumstances.Whom(row.directory(), row.enabled(), row.attributes()),
                row.reason(),
                row.ticket(),
                row.at().atZone(ZoneId.of("UTC")));
    }

    /** Every action has the permission of its name. */
    private static Permission permission(String action) {
        try {
            return Permission.valueOf(action.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new CannotStart(ExitCode.USAGE, "There is no action %s.".formatted(action), e);
        }
    }

    private record Found(String outcome, @Nullable String because) {

        static Found by(String outcome, List<Demand> demands) {
            return new Found(outcome, demands.getFirst().rule());
        }

        @Override
        public String toString() {
            return because == null ? outcome : outcome + " because of " + because;
        }
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
            @Nullable String because) {}
}
