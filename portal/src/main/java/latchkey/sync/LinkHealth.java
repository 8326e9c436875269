package latchkey.sync;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryId;
import latchkey.sync.dataverse.Contacts;
import latchkey.sync.dataverse.DataverseSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is wrong with the links between contacts and customers, counted over all contacts, some of each kind shown. */
@Component
class LinkHealth {

    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final DataverseSettings settings;
    private final Directories directories;

    LinkHealth(JdbcClient jdbc, Contacts contacts, DataverseSettings settings, Directories directories) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.settings = settings;
        this.directories = directories;
    }

    /** A kind of trouble; messages {@code sync.link.<name>} and {@code sync.link-advice.<name>} say it. */
    enum Trouble {
        /** Names somebody, but not by an object id. */
        NOT_AN_ID("SELECT contact_id, NULL::uuid AS user_id FROM sync_links WHERE directory = :directory AND named "
                + "AND user_id IS NULL AND active"),
        /** Two contacts name the same user. */
        TWO_CONTACTS(
                "SELECT contact_id, user_id FROM (SELECT contact_id, user_id, count(*) OVER (PARTITION BY user_id) "
                        + "AS times FROM sync_links WHERE directory = :directory AND user_id IS NOT NULL AND active) AS named "
                        + "WHERE times > 1"),
        /** Names a user whom the directory does not have, or has deleted. */
        DANGLING("SELECT l.contact_id, l.user_id FROM sync_links AS l JOIN sync_contacts AS c "
                + "ON c.directory = l.directory AND c.contact_id = l.contact_id WHERE l.directory = :directory "
                + "AND l.active AND l.user_id IS NOT NULL AND c.reason = 'NO_SUCH_CUSTOMER'");

        private final String sql;

        Trouble(String sql) {
            this.sql = sql;
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The links of one directory.
     *
     * @param contacts how many contacts were seen
     * @param linked how many of them name a user by its object id
     */
    public record DirectoryLinks(String directory, String by, long contacts, long linked, List<Found> found) {}

    /** A kind of trouble, how many contacts have it, and some of them. */
    public record Found(String trouble, long contacts, List<Broken> some) {}

    /**
     * A contact whose link is broken.
     *
     * @param user whom it names, null when that is no id
     * @param isDeleted whether the directory still has the user among the deleted ones, from where it can be restored
     */
    public record Broken(UUID contact, URI link, @Nullable UUID user, boolean isDeleted) {}

    List<DirectoryLinks> now() {
        List<DirectoryLinks> all = new ArrayList<>();
        settings.dataverse()
                .forEach((directory, environment) -> all.add(links(new DirectoryId(directory), environment)));
        return all;
    }

    private DirectoryLinks links(DirectoryId directory, DataverseSettings.Environment environment) {
        List<Found> found = new ArrayList<>();
        for (var trouble : Trouble.values()) {
            found.add(found(directory, trouble));
        }
        return new DirectoryLinks(
                directory.value(),
                environment.link().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                count("SELECT contact_id FROM sync_links WHERE directory = :directory", directory),
                count(
                        "SELECT contact_id FROM sync_links WHERE directory = :directory AND user_id IS NOT NULL",
                        directory),
                found);
    }

    private Found found(DirectoryId directory, Trouble trouble) {
        var some = jdbc.sql(trouble.sql + " ORDER BY user_id, contact_id LIMIT :limit")
                .param("directory", directory.value())
                .param("limit", SHOWN)
                .query((row, number) -> broken(
                        directory,
                        trouble,
                        row.getObject("contact_id", UUID.class),
                        row.getObject("user_id", UUID.class)))
                .list();
        return new Found(trouble.key(), some.size() < SHOWN ? some.size() : count(trouble.sql, directory), some);
    }

    private Broken broken(DirectoryId directory, Trouble trouble, UUID contact, @Nullable UUID user) {
        var isDeleted = trouble == Trouble.DANGLING && user != null && isDeleted(directory, user);
        return new Broken(contact, contacts.link(directory, contact), user, isDeleted);
    }

    /** When the directory does not answer, it is not known to be among the deleted ones. */
    private boolean isDeleted(DirectoryId directory, UUID user) {
        try {
            return directories
                    .forSync(directory)
                    .map(known -> known.customers().isDeleted(new CustomerId(directory, user)))
                    .orElse(false);
        } catch (DirectoryFailure unanswered) {
            return false;
        }
    }

    private long count(String sql, DirectoryId directory) {
        return jdbc.sql("SELECT count(*) FROM (" + sql + ") AS found")
                .param("directory", directory.value())
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
