package latchkey.helpdesk.limits;

import java.util.Locale;
import latchkey.api.Problem;

/** What is limited. */
enum Limit {
    CUSTOMERS(Problem.TOO_MANY_CUSTOMERS),
    SEARCHES(Problem.TOO_MANY_SEARCHES),
    REVEALS(Problem.TOO_MANY_REVEALS),
    VERIFICATIONS(Problem.TOO_MANY_VERIFICATIONS),
    ACTIONS(Problem.TOO_MANY_ACTIONS),
    ACTIONS_ON_CUSTOMER(Problem.TOO_MANY_FOR_CUSTOMER);

    private final Problem problem;

    Limit(Problem problem) {
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    int perHour(LimitSettings settings) {
        return switch (this) {
            case CUSTOMERS -> settings.customersPerHour();
            case SEARCHES -> settings.searchesPerHour();
            case REVEALS -> settings.revealsPerHour();
            case VERIFICATIONS -> settings.verificationsPerHour();
            case ACTIONS -> settings.actionsPerHour();
            case ACTIONS_ON_CUSTOMER -> settings.actionsOnCustomerPerHour();
        };
    }

    int perDay(LimitSettings settings) {
        return switch (this) {
            case CUSTOMERS -> settings.customersPerDay();
            case SEARCHES -> settings.searchesPerDay();
            case REVEALS -> settings.revealsPerDay();
            case VERIFICATIONS -> settings.verificationsPerDay();
            case ACTIONS -> settings.actionsPerDay();
            case ACTIONS_ON_CUSTOMER -> settings.actionsOnCustomerPerDay();
        };
    }

    /** Its name in rows, messages and answers, such as {@code actions-on-customer}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
