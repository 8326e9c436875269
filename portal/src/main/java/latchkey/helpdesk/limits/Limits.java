package latchkey.helpdesk.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import latchkey.access.Agent;
import latchkey.api.ProblemException;
import latchkey.database.OneByOne;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.caution.Caution;
import org.springframework.stereotype.Service;

/**
 * How much an agent may do, counted in the database so that all nodes count together. What is over a limit is refused
 * and counts no further; heightened caution halves every limit.
 */
@Service
public class Limits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final LimitRows rows;
    private final LimitSettings settings;
    private final Alarms alarms;
    private final Caution caution;
    private final Looks looks;
    private final OneByOne oneByOne;
    private final Clock clock;

    Limits(
            LimitRows rows,
            LimitSettings settings,
            Alarms alarms,
            Caution caution,
            Looks looks,
            OneByOne oneByOne,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.alarms = alarms;
        this.caution = caution;
        this.looks = looks;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** The agent sees a customer, which the trail keeps; the same one again counts once. Throws {@code TOO_MANY_CUSTOMERS}. */
    public void open(Agent agent, CustomerId customer) {
        take(agent, agent.key(), Limit.CUSTOMERS, customer.toString());
        looks.opened(agent, customer);
    }

    /** The agent searches, which the trail keeps. Throws {@code TOO_MANY_SEARCHES}. */
    public void search(Agent agent) {
        take(agent, agent.key(), Limit.SEARCHES, once());
        looks.searched(agent);
    }

    /** The agent sees a customer's methods, or a password that was generated, which the trail keeps. Throws {@code TOO_MANY_REVEALS}. */
    public void reveal(Agent agent, CustomerId customer) {
        take(agent, agent.key(), Limit.REVEALS, customer.toString());
        looks.revealed(agent, customer);
    }

    /** The agent has a code sent. Throws {@code TOO_MANY_VERIFICATIONS}. */
    public void verify(Agent agent) {
        take(agent, agent.key(), Limit.VERIFICATIONS, once());
    }

    /** The agent carries an action out. Throws {@code TOO_MANY_ACTIONS} or {@code TOO_MANY_FOR_CUSTOMER}. */
    public void act(Agent agent, CustomerId customer) {
        take(agent, agent.key(), Limit.ACTIONS, once());
        take(agent, customer.toString(), Limit.ACTIONS_ON_CUSTOMER, once());
    }

    private static String once() {
        return UUID.randomUUID().toString();
    }

    private void take(Agent agent, String who, Limit limit, String subject) {
        var share = caution.isRaised() ? 2 : 1;
        var until = oneByOne.of("limits " + limit.key() + " of " + who, () -> counted(who, limit, subject, share));
        until.ifPresent(over -> {
            alarms.raise(agent, limit, over);
            throw refusal(limit, over);
        });
    }

    /** Empty when it was counted; otherwise when it goes on. */
    private Optional<Instant> counted(String who, Limit limit, String subject, int share) {
        var now = clock.instant();
        var until = Stream.of(
                        goesOn(who, limit, subject, limit.perHour(settings) / share, now, HOUR),
                        goesOn(who, limit, subject, limit.perDay(settings) / share, now, DAY))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
        if (until.isEmpty()) {
            rows.note(who, limit.key(), subject, now, now.minus(DAY));
        }
        return until;
    }

    /** When so many as are granted were done within the span, the oldest of them must leave it first. */
    private Optional<Instant> goesOn(String who, Limit limit, String subject, int granted, Instant now, Duration span) {
        return rows.newestBut(Math.max(1, granted) - 1, who, limit.key(), subject, now.minus(span))
                .map(oldest -> oldest.plus(span));
    }

    private ProblemException refusal(Limit limit, Instant until) {
        var seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
        return new ProblemException(limit.problem(), Map.of("until", until, "retryAfter", seconds));
    }
}
