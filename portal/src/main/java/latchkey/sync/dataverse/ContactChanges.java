package latchkey.sync.dataverse;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import latchkey.directory.DirectoryId;
import org.jspecify.annotations.Nullable;

/** What changed in an environment since we asked last; every method may throw a {@link ContactsFailure}. */
public interface ContactChanges {

    /**
     * A page of what changed: contacts by version, then deleted ones (Dataverse facts §1c).
     *
     * @param place where an earlier page said that it goes on; null to read everybody
     * @param rows at most so many
     * @throws Expired when everybody has to be read again
     */
    Changed changed(DirectoryId directory, @Nullable String place, int rows);

    /**
     * A page of failed system jobs of our own steps, oldest first: contacts whose webhooks nobody took.
     *
     * @param since only those that ended then or later
     * @param place where an earlier page said that it goes on; null for the first page
     */
    FailedJobs failedJobs(DirectoryId directory, List<UUID> steps, Instant since, @Nullable String place);

    /**
     * A page of changes.
     *
     * @param next where the next page is, or where the next walk begins
     * @param isLast whether there is no further page for now
     */
    record Changed(List<Seen> contacts, List<UUID> deleted, String next, boolean isLast) {

        public int rows() {
            return contacts.size() + deleted.size();
        }
    }

    /**
     * A contact as a list shows it.
     *
     * @param isNamed whether it names anybody at all
     * @param user the directory user it names, null when it names none by an object id
     */
    record Seen(
            UUID contact,
            long version,
            boolean active,
            boolean isNamed,
            @Nullable UUID user) {}

    /** A webhook that nobody took, and the contact it was about. */
    record FailedJob(UUID id, UUID contact, Instant completedOn) {}

    /**
     * A page of failed jobs.
     *
     * @param next where the next page is, null on the last one
     */
    record FailedJobs(List<FailedJob> jobs, @Nullable String next) {}

    /** Dataverse no longer knows what changed since then. */
    final class Expired extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Expired(@Nullable String words) {
            super(words);
        }
    }
}
