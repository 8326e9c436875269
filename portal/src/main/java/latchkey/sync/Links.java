package latchkey.sync;

import java.util.List;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.ContactChanges.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom each contact names, as lists of Dataverse showed it last. */
@Component
class Links {

    private final JdbcClient jdbc;

    Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void saw(DirectoryId directory, List<Seen> seen) {
        if (seen.isEmpty()) {
            return;
        }
        jdbc.sql("""
            INSERT INTO sync_links (directory, contact_id, named, user_id, active)
            SELECT :directory, seen.* FROM unnest(
                :contacts::uuid[], :named::boolean[], :users::uuid[], :active::boolean[])
                AS seen (contact, named, user_id, active)
            ORDER BY seen.contact
            ON CONFLICT (directory, contact_id) DO UPDATE SET
                named = excluded.named, user_id = excluded.user_id, active = excluded.active\
            """)
                .param("directory", directory.value())
                .param("contacts", texts(seen.stream().map(Seen::contact).toList()))
                .param("named", seen.stream().map(Seen::isNamed).toArray(Boolean[]::new))
                .param("users", texts(seen.stream().map(Seen::user).toList()))
                .param("active", seen.stream().map(Seen::active).toArray(Boolean[]::new))
                .update();
    }

    void gone(DirectoryId directory, List<UUID> contacts) {
        jdbc.sql("DELETE FROM sync_links WHERE directory = :directory AND contact_id = ANY(:contacts::uuid[])")
                .param("directory", directory.value())
                .param("contacts", texts(contacts))
                .update();
    }

    private static @Nullable String[] texts(List<? extends @Nullable UUID> ids) {
        return ids.stream()
                .<@Nullable String>map(id -> id == null ? null : id.toString())
                .toArray(String[]::new);
    }
}
