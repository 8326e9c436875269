package latchkey.helpdesk.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import latchkey.helpdesk.rulebook.PolicyChange.Difference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the settings were at each start at which they were others; nobody changes what stands here. */
@Repository
class PolicyRows {

    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PolicyRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Lets one node at a time compare. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('stated-policy', 0))::text")
                .query(String.class)
                .optional();
    }

    Optional<Map<String, String>> last() {
        return jdbc.sql("select settings from stated_policy order by noted_at desc limit 1")
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, SETTINGS));
    }

    void insert(Instant now, Map<String, String> settings, List<Difference> differences) {
        jdbc.sql("""
                insert into stated_policy (id, noted_at, settings, differences)
                values (:id, :now, :settings::jsonb, :differences::jsonb)""")
                .param("id", UUID.randomUUID())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("settings", json.writeValueAsString(settings))
                .param("differences", json.writeValueAsString(differences))
                .update();
    }

    List<PolicyChange> latest(int limit) {
        return jdbc.sql("select noted_at, differences from stated_policy order by noted_at desc limit :limit")
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private PolicyChange read(ResultSet row, int number) throws SQLException {
        return new PolicyChange(
                Objects.requireNonNull(row.getObject("noted_at", OffsetDateTime.class))
                        .toInstant(),
                json.readValue(row.getString("differences"), DIFFERENCES));
    }
}
