package latchkey.helpdesk.action;

import java.util.Objects;
import java.util.function.Supplier;
import latchkey.directory.CustomerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one announcement at a time be made for a customer, over all nodes: what the second one looks at includes the
 * first. The trail commits over a connection of its own, so that waiting here cannot starve it.
 */
@Component
class OneAtATime {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OneAtATime(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    <T> T of(CustomerId customer, Supplier<T> deed) {
        return Objects.requireNonNull(transaction.execute(status -> {
            lock(customer);
            return deed.get();
        }));
    }

    private void lock(CustomerId customer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:customer, 0))::text")
                .param("customer", "actions on " + customer)
                .query(String.class)
                .optional();
    }
}
