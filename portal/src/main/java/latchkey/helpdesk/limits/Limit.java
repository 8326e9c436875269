package latchkey.helpdesk.limits;

import java.util.Locale;
import java.util.function.ToIntFunction;
import latchkey.api.Problem;

/** What is limited. */
enum Limit {
    CUSTOMERS(Problem.TOO_MANY_CUSTOMERS, LimitSettings::customersPerHour, LimitSettings::customersPerDay),
    SEARCHES(Problem.TOO_MANY_SEARCHES, LimitSettings::searchesPerHour, LimitSettings::searchesPerDay),
    REVEALS(Problem.TOO_MANY_REVEALS, LimitSettings::revealsPerHour, LimitSettings::revealsPerDay),
    VERIFICATIONS(
            Problem.TOO_MANY_VERIFICATIONS, LimitSettings::verificationsPerHour, LimitSettings::verificationsPerDay),
    ACTIONS(Problem.TOO_MANY_ACTIONS, LimitSettings::actionsPerHour, LimitSettings::actionsPerDay),
    ACTIONS_ON_CUSTOMER(
            Problem.TOO_MANY_FOR_CUSTOMER,
            LimitSettings::actionsOnCustomerPerHour,
            LimitSettings::actionsOnCustomerPerDay);

    private final Problem problem;
    private final ToIntFunction<LimitSettings> perHour;
    private final ToIntFunction<LimitSettings> perDay;

    Limit(Problem problem, ToIntFunction<LimitSettings> perHour, ToIntFunction<LimitSettings> perDay) {
        this.problem = problem;
        this.perHour = perHour;
        this.perDay = perDay;
    }

    Problem problem() {
        return problem;
    }

    int perHour(LimitSettings settings) {
        return perHour.applyAsInt(settings);
    }

    int perDay(LimitSettings settings) {
        return perDay.applyAsInt(settings);
    }

    /** Its name in rows, messages and answers, such as {@code actions-on-customer}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
