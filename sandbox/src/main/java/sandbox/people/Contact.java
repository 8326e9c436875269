package sandbox.people;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table contact.
 *
 * @param version grows with every change of any contact
 * @param columns by logical name, without id, version and date of change; unset ones are absent
 */
public record Contact(String id, long version, Instant modifiedOn, Map<String, Object> columns) {

    public static final String USER_NAME = "adx_identity_username";
    public static final String EMAIL = "emailaddress1";
    public static final String FIRST_NAME = "firstname";
    public static final String LAST_NAME = "lastname";
    public static final String MOBILE = "mobilephone";
    public static final String TELEPHONE = "telephone1";
    public static final String STATE = "statecode";
    public static final String CREATED_ON = "createdon";
    public static final String MODIFIED_BY = "_modifiedby_value";
    public static final String MERGED = "merged";
    public static final String MASTER = "_masterid_value";

    public Contact {
        columns = PropertyMap.of(columns);
    }

    /** Null when the column is not set. */
    public @Nullable Object column(String name) {
        return columns.get(name);
    }

    /** Null when the column is not set. */
    public @Nullable String text(String name) {
        var value = columns.get(name);
        return value == null ? null : value.toString();
    }

    /** First and last name, as Dataverse composes it. */
    public String fullName() {
        var first = text(FIRST_NAME);
        var last = text(LAST_NAME);
        return ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
    }

    /** The same contact under another version. */
    Contact at(long otherVersion) {
        return new Contact(id, otherVersion, modifiedOn, columns);
    }

    /** The same contact with columns changed; null unsets one. */
    Contact with(Map<String, ? extends @Nullable Object> changes, long newVersion, Instant at) {
        var changed = new TreeMap<>(columns);
        changes.forEach((name, value) -> {
            if (value == null) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
        });
        return new Contact(id, newVersion, at, changed);
    }
}
