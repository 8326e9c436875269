package sandbox.dataverse;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sandbox.dataverse.query.Row;
import sandbox.dataverse.query.Rows;
import sandbox.people.Contact;
import sandbox.people.Contacts;

/** The contacts as rows; those with a given id or User Name are found at once, however many there are. */
record ContactRows(Contacts contacts) implements Rows {

    @Override
    public Stream<Row> after(String key) {
        return contacts.after(key).map(ContactTable::row);
    }

    @Override
    public Optional<Stream<Row>> with(String column, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        return switch (column) {
            case "contactid" -> Optional.of(contacts.contact(text).stream().map(ContactTable::row));
            case Contact.USER_NAME -> Optional.of(contacts.contactsOf(text).map(ContactTable::row));
            default -> Optional.empty();
        };
    }
}
