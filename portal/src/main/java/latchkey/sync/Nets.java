package latchkey.sync;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.ContactChanges.FailedJob;
import latchkey.sync.dataverse.ContactChanges.Seen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts into the queue what the other nets found and the queue does not know; a whole page takes two statements. */
@Component
class Nets {

    /** More failed webhooks at once are the leftovers of an outage, behind which single changes need not wait. */
    private static final int FEW = 50;

    private static final String NEW_VERSIONS = """
        SELECT seen.contact FROM unnest(:contacts::uuid[], :versions::bigint[], :named::boolean[])
            AS seen (contact, version, named)
        LEFT JOIN sync_contacts AS c ON c.directory = :directory AND c.contact_id = seen.contact
        -- who never named anybody is nobody's business
        WHERE (seen.named OR c.contact_id IS NOT NULL)
          AND NOT coalesce(c.version >= seen.version AND c.state IN ('SETTLED', 'VERIFYING'), false)\
        """;

    private static final String KNOWN = """
        SELECT contact_id FROM sync_contacts WHERE directory = :directory AND contact_id = ANY(:contacts::uuid[])\
        """;

    private static final String NOT_HEARD_SINCE = """
        SELECT failed.contact FROM unnest(:contacts::uuid[], :ends::timestamptz[]) AS failed (contact, ended)
        LEFT JOIN sync_contacts AS c ON c.directory = :directory AND c.contact_id = failed.contact
        WHERE NOT coalesce(c.hinted_at > failed.ended AND c.state IN ('SETTLED', 'VERIFYING', 'NOT_LINKED'), false)\
        """;

    private final JdbcClient jdbc;
    private final SyncRows rows;

    Nets(JdbcClient jdbc, SyncRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Contacts that a list shows in versions which are not applied yet; returns how many that were. */
    int changed(DirectoryId directory, List<Seen> seen, SyncLane lane, Instant now) {
        if (seen.isEmpty()) {
            return 0;
        }
        var unknown = jdbc.sql(NEW_VERSIONS)
                .param("directory", directory.value())
                .param("contacts", texts(seen.stream().map(Seen::contact).toList()))
                .param("versions", seen.stream().map(Seen::version).toArray(Long[]::new))
                .param("named", seen.stream().map(Seen::isNamed).toArray(Boolean[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return hint(Net.DELTA, directory, unknown, lane, now);
    }

    /** Contacts that are gone, as far as we knew them. */
    int deleted(DirectoryId directory, List<UUID> deleted, SyncLane lane, Instant now) {
        if (deleted.isEmpty()) {
            return 0;
        }
        var known = jdbc.sql(KNOWN)
                .param("directory", directory.value())
                .param("contacts", texts(deleted))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return hint(Net.DELTA, directory, known, lane, now);
    }

    /** Contacts whose webhooks failed, unless something else brought them since. */
    int failed(DirectoryId directory, List<FailedJob> jobs, Instant now) {
        if (jobs.isEmpty()) {
            return 0;
        }
        var missed = jdbc.sql(NOT_HEARD_SINCE)
                .param("directory", directory.value())
                .param("contacts", texts(jobs.stream().map(FailedJob::contact).toList()))
                .param(
                        "ends",
                        jobs.stream().map(job -> job.completedOn().toString()).toArray(String[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        return hint(Net.JOBS, directory, missed, jobs.size() > FEW ? SyncLane.BULK : SyncLane.LIVE, now);
    }

    /** One contact that somebody asks for. */
    void asked(DirectoryId directory, UUID contact, Instant now) {
        hint(Net.PERSON, directory, List.of(contact), SyncLane.LIVE, now);
    }

    private int hint(Net net, DirectoryId directory, List<UUID> contacts, SyncLane lane, Instant now) {
        if (!contacts.isEmpty()) {
            rows.hint(
                    net,
                    contacts.stream()
                            .map(contact -> new Hint(directory, contact, UUID.randomUUID(), null, lane))
                            .toList(),
                    now);
        }
        return contacts.size();
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
