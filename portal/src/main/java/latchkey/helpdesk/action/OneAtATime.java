package latchkey.helpdesk.action;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.database.OneByOne;
import latchkey.directory.CustomerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Lets one action at a time be carried out for a customer, over all nodes, and only by those whose look at the customer is
 * newer than the end of the last one: of two who send the same form, one changes something. The trail commits over a
 * connection of its own, so that waiting here cannot starve it.
 */
@Component
class OneAtATime {

    /** Longer than any action with all its calls takes. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(OneAtATime.class);

    private final JdbcClient jdbc;
    private final OneByOne oneByOne;
    private final Clock clock;

    OneAtATime(JdbcClient jdbc, OneByOne oneByOne, Clock clock) {
        this.jdbc = jdbc;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** Which turn it is; asked before the look that an action is decided by. */
    long turn(CustomerId customer) {
        return named(
                        jdbc.sql("select turn from action_turns where directory = :directory and customer = :customer"),
                        customer)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Does it while nobody else begins anything for this customer; from then on one is under way until {@link #ended}.
     *
     * @param turn what {@link #turn} said before the look
     * @throws ProblemException {@code STALE_FORM} when another action has begun since, or is under way
     */
    <T> T begin(CustomerId customer, long turn, Supplier<T> deed) {
        return oneByOne.of("actions on " + customer, () -> {
            if (!take(customer, turn)) {
                throw new ProblemException(Problem.STALE_FORM);
            }
            return deed.get();
        });
    }

    /** The next one may look. When the database is away, or this process dies, it may after {@link #LONGEST}. */
    void ended(CustomerId customer) {
        try {
            named(jdbc.sql("""
                                    update action_turns set turn = turn + 1, busy_until = null
                                    where directory = :directory and customer = :customer"""), customer).update();
        } catch (DataAccessException e) {
            LOG.warn("The end of an action is not noted; the next one waits", e);
        }
    }

    private boolean take(CustomerId customer, long turn) {
        var now = clock.instant();
        return named(jdbc.sql("""
                        insert into action_turns as t (directory, customer, turn, busy_until)
                        values (:directory, :customer, 1, :until)
                        on conflict (directory, customer) do update set turn = t.turn + 1, busy_until = :until
                        where t.turn = :turn and coalesce(t.busy_until, '-infinity') < :now"""), customer)
                        .param("turn", turn)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("until", now.plus(LONGEST).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static StatementSpec named(StatementSpec statement, CustomerId customer) {
        return statement.param("directory", customer.directory().value()).param("customer", customer.objectId());
    }
}
