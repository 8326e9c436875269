package latchkey.directory.graph.quota;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/**
 * What one call takes from which budgets.
 *
 * @param amounts per budget, each at least 1
 */
public record Cost(Map<Budget, Integer> amounts) {

    private static final Pattern LIST_OF_USERS = Pattern.compile("(.*/)?users/?(\\?.*)?");
    private static final Pattern MEMBERSHIPS = Pattern.compile(".*/(memberOf|transitiveMemberOf)(/.*|\\?.*)?");
    private static final Pattern APPLICATIONS = Pattern.compile("(.*/)?applications([/?(].*)?");
    private static final Pattern SMALL_PAGE = Pattern.compile(".*[?&](\\$|%24)top=(1?\\d)(&.*)?");
    private static final Pattern SELECT = Pattern.compile(".*[?&](\\$|%24)select=.*");
    private static final Pattern EXPAND = Pattern.compile(".*[?&](\\$|%24)expand=.*");

    public Cost {
        amounts = Map.copyOf(amounts);
    }

    /**
     * By the published table (facts §12).
     *
     * @param target path and query, as sent
     * @param report whether the call belongs to the small budget of reports and methods, which is then the only one
     */
    public static Cost of(HttpMethod method, String target, boolean report) {
        if (report) {
            return new Cost(Map.of(Budget.REPORTS, 1));
        }
        var amounts = new EnumMap<Budget, Integer>(Budget.class);
        amounts.put(Budget.UNITS, method.equals(HttpMethod.GET) ? units(target) : 1);
        if (!method.equals(HttpMethod.GET)) {
            amounts.put(Budget.WRITES, 1);
            amounts.put(Budget.TENANT_WRITES, 1);
        }
        return new Cost(amounts);
    }

    Kind kind() {
        if (amounts.containsKey(Budget.REPORTS)) {
            return Kind.REPORT;
        }
        return amounts.containsKey(Budget.WRITES) ? Kind.WRITE : Kind.READ;
    }

    int units() {
        return amounts.getOrDefault(Budget.UNITS, 0);
    }

    private static int units(String target) {
        var cost = base(target);
        cost += matches(EXPAND, target) ? 1 : 0;
        cost -= matches(SELECT, target) ? 1 : 0;
        cost -= matches(SMALL_PAGE, target) ? 1 : 0;
        return Math.max(1, cost);
    }

    private static int base(String target) {
        var costsTwo = matches(LIST_OF_USERS, target) || matches(MEMBERSHIPS, target) || matches(APPLICATIONS, target);
        return costsTwo ? 2 : 1;
    }

    private static boolean matches(Pattern pattern, String target) {
        return pattern.matcher(target).matches();
    }

    /** Calls that wait for the same budgets, and so queue together. */
    enum Kind {
        READ,
        WRITE,
        REPORT
    }
}
