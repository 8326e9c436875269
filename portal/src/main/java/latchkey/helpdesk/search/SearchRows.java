package latchkey.helpdesk.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of searches: a token's hash and what it stands for. */
@Repository
class SearchRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    SearchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a search until it expires, and forgets those that have. */
    void insert(byte[] tokenHash, String agent, KeptSearch search, Instant now, Instant expires) {
        jdbc.sql("DELETE FROM searches WHERE expires_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("INSERT INTO searches (token_hash, agent, result, expires_at)"
                        + " VALUES (:hash, :agent, CAST(:result AS jsonb), :expires)")
                .param("hash", tokenHash)
                .param("agent", agent)
                .param("result", JSON.writeValueAsString(search))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The search of that agent, unless it has expired. */
    Optional<KeptSearch> find(byte[] tokenHash, String agent, Instant now) {
        return jdbc.sql("SELECT result FROM searches"
                        + " WHERE token_hash = :hash AND agent = :agent AND expires_at >= :now")
                .param("hash", tokenHash)
                .param("agent", agent)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> JSON.readValue(row.getString("result"), KeptSearch.class))
                .optional();
    }
}
