package latchkey.sync.dataverse;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact as Dataverse holds it at one moment. Does not print its columns.
 *
 * @param id the row's id
 * @param version Dataverse's {@code versionnumber}, which alone orders what was read
 * @param savedAt when it was last saved, to the second
 * @param active whether it is active
 * @param userName the portal's User Name, {@code adx_identity_username}
 * @param columns the columns that were asked for; an empty one has no entry
 */
public record Contact(
        UUID id,
        long version,
        Instant savedAt,
        boolean active,
        @Nullable String userName,
        Map<String, String> columns) {

    static final String MERGED = "merged";

    public Contact {
        columns = Map.copyOf(columns);
    }

    /** Whether it was given up for another contact. */
    public boolean isMerged() {
        return "true".equals(columns.get(MERGED));
    }

    /** The column's value; blank counts as empty. */
    public Optional<String> column(String name) {
        return Optional.ofNullable(columns.get(name)).filter(value -> !value.isBlank());
    }

    /** The same contact, naming another user. */
    Contact naming(@Nullable String otherUserName) {
        return new Contact(id, version, savedAt, active, otherUserName, columns);
    }

    @Override
    public String toString() {
        return "Contact[" + id + ", version " + version + "]";
    }
}
