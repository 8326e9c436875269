package latchkey.sync.dataverse;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;

/** Reading contacts; every method may throw a {@link ContactsFailure}. */
public interface Contacts {

    /** The most contacts that one call may ask for. */
    int MOST = 40;

    /**
     * Contacts as they are now, with one call; those that do not exist (any more) are missing.
     *
     * @param ids at most {@value #MOST}
     * @param columns logical names of the columns to read
     */
    Map<UUID, Contact> byIds(DirectoryId directory, Collection<UUID> ids, Collection<String> columns);

    /** At most {@code limit} contacts whose question matches, newest first. */
    List<Contact> matching(DirectoryId directory, ContactQuestion question, Collection<String> columns, int limit);

    /**
     * Some of the contacts that name a portal user, in an order of Dataverse's own.
     *
     * @param from where an earlier page said that it goes on; null for the first page
     */
    ContactPage page(DirectoryId directory, Collection<String> columns, @Nullable String from);

    /** Reads one row with these columns, and throws Dataverse's own words when it has not all of them. */
    void demandColumns(DirectoryId directory, Collection<String> columns);

    /** Where a person sees the contact. */
    URI link(DirectoryId directory, UUID contact);
}
