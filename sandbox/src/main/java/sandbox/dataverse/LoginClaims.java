package sandbox.dataverse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.people.Author;
import sandbox.people.Contact;
import sandbox.people.Contacts;
import sandbox.people.Directories;
import sandbox.people.Directory;
import sandbox.people.History;
import sandbox.people.User;
import sandbox.tenants.Tenants;

/**
 * What the web portal does at every sign-in when its LoginClaimsMapping is set: it writes the claims of the token to the
 * contact, however old they are (facts, Dataverse §2).
 */
@Component
public class LoginClaims {

    private static final Map<String, String> PROPERTY_BY_COLUMN =
            Map.of(Contact.FIRST_NAME, "givenName", Contact.LAST_NAME, "surname", Contact.EMAIL, "mail");

    private final Contacts contacts;
    private final Directory directory;
    private final History history;

    LoginClaims(Contacts contacts, Directories directories, History history) {
        this.contacts = contacts;
        this.directory = directories.of(Tenants.CUSTOMERS);
        this.history = history;
    }

    /** Writes claims to a contact as the portal's application user does. */
    public Contact write(Contact contact, Map<String, ?> claims) {
        return contacts.change(contact.id(), claims, Author.PORTAL).orElse(contact);
    }

    /** What a token said that was issued at this time; empty when the contact has no user. */
    public Map<String, Object> issuedAt(Instant time, Contact contact) {
        var userName = contact.text(Contact.USER_NAME);
        return userName == null
                ? Map.of()
                : directory.user(userName).map(user -> claims(user, time)).orElse(Map.of());
    }

    /** When the customer was changed last; now when nobody ever did. */
    public Instant beforeTheLastChange(Contact contact) {
        var userName = contact.text(Contact.USER_NAME);
        List<History.Version> versions = userName == null ? List.of() : history.of(userName);
        return versions.isEmpty() ? Instant.now() : versions.getLast().at().minusMillis(1);
    }

    private Map<String, Object> claims(User user, Instant time) {
        Map<String, Object> claims = new LinkedHashMap<>();
        PROPERTY_BY_COLUMN.forEach((column, property) -> {
            var value = value(user, property, time);
            if (value != null) {
                claims.put(column, value);
            }
        });
        return claims;
    }

    private @Nullable Object value(User user, String property, Instant time) {
        var value = user.property(property);
        for (var version : history.of(user.id()).reversed()) {
            var change = version.changes().get(property);
            if (change != null && version.at().isAfter(time)) {
                value = change.before();
            }
        }
        return value;
    }
}
