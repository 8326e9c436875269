package latchkey.helpdesk.protection;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import latchkey.access.Agent;
import latchkey.access.AtWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses of everybody who ever worked here through the portal, on any node: those customers are colleagues. */
@Component
class Staff implements AtWork {

    private static final Logger LOG = LoggerFactory.getLogger(Staff.class);

    private final JdbcClient jdbc;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    Staff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begins(Agent agent) {
        AddressesOf.agent(agent).stream()
                .filter(address -> !kept.contains(address))
                .forEach(this::keep);
    }

    @Override
    public void ends() {
        // what is kept stays
    }

    boolean isOneOf(Collection<String> addresses) {
        return !addresses.isEmpty()
                && jdbc.sql("select exists (select 1 from staff_addresses where address in (:addresses))")
                        .param("addresses", addresses)
                        .query(Boolean.class)
                        .single();
    }

    // Whoever works while the database is away is kept with a later request.
    private void keep(String address) {
        try {
            insert(address);
            kept.add(address);
        } catch (DataAccessException e) {
            LOG.debug("An employee's address is not kept yet", e);
        }
    }

    private void insert(String address) {
        jdbc.sql("insert into staff_addresses (address) values (:address) on conflict do nothing")
                .param("address", address)
                .update();
    }
}
