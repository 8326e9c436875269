package sandbox.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of external identities: as whom a contact signs in on the web portal.
 *
 * @param userName what the provider calls them: the object id for customers of the directory
 * @param contactId null for a row that points nowhere
 */
public record ExternalIdentity(
        String id,
        long version,
        Instant modifiedOn,
        String userName,
        String provider,
        @Nullable String contactId) {

    /** As the web portal names the customers' directory. */
    public static final String PROVIDER =
            "https://contosocustomers.b2clogin.com/b2c00000-0000-4000-8000-000000000001/v2.0/";

    // Turned around it leads back, and it leaves the order of ids that are random before it.
    private static final long TURN = 0xE1E1_E1E1_E1E1L;

    /** The id of the row that a seeded contact has, and the other way round. */
    static String turned(String id) {
        var read = UUID.fromString(id);
        return new UUID(read.getMostSignificantBits(), read.getLeastSignificantBits() ^ TURN).toString();
    }
}
