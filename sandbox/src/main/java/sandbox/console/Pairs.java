package sandbox.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sandbox.people.Contact;
import sandbox.people.Contacts;
import sandbox.people.Directories;
import sandbox.people.Directory;
import sandbox.people.User;
import sandbox.tenants.Tenants;

/** Finds customers with their contacts. */
@Component
class Pairs {

    private final Directory directory;
    private final Contacts contacts;

    Pairs(Directories directories, Contacts contacts) {
        this.directory = directories.of(Tenants.CUSTOMERS);
        this.contacts = contacts;
    }

    /** Everybody whose names, addresses, numbers or ids contain the text, in no particular order. */
    List<Pair> search(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return all().filter(pair -> pair.says(wanted)).toList();
    }

    /** The pair of this contact, or of this customer. */
    Optional<Pair> with(String id) {
        return contacts.contact(id)
                .map(this::ofContact)
                .or(() -> directory.user(id).map(this::ofUser));
    }

    private Stream<Pair> all() {
        return Stream.concat(
                directory.usersAfter("", null).map(this::ofUser),
                contacts.all().filter(this::hasNoUser).map(contact -> new Pair(null, contact)));
    }

    private Pair ofUser(User user) {
        return new Pair(user, contacts.contactOf(user.id()).orElse(null));
    }

    private Pair ofContact(Contact contact) {
        return new Pair(userOf(contact), contact);
    }

    private boolean hasNoUser(Contact contact) {
        return userOf(contact) == null;
    }

    private @Nullable User userOf(Contact contact) {
        var userName = contact.text(Contact.USER_NAME);
        return userName == null ? null : directory.user(userName).orElse(null);
    }
}
