package latchkey.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose key is there to be destroyed, and which erasings were carried out. */
@Component
public class ErasableCustomers {

    private final JdbcClient jdbc;

    ErasableCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A customer's key, which opens everything personal that is kept about them. */
    public Optional<UUID> keyOf(Subject customer) {
        return jdbc.sql("select id from audit_keys where scope = :scope")
                .param("scope", customer.scope())
                .query(UUID.class)
                .optional();
    }

    /** How many entries of the trail are about the customer. */
    public long entriesAbout(Subject customer) {
        return jdbc.sql("select count(*) from audit_entries where directory = :directory and customer = :customer")
                .param("directory", customer.directory())
                .param("customer", customer.id())
                .query(Long.class)
                .single();
    }

    /** Which of these keys are there still. */
    public Map<UUID, Boolean> present(Collection<UUID> keys) {
        var present = new HashMap<UUID, Boolean>();
        keys.forEach(key -> present.put(key, false));
        jdbc.sql("select id from audit_keys where id = any (:keys)")
                .param("keys", keys.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .forEach(key -> present.put(key, true));
        return present;
    }
}
