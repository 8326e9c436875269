package sandbox.people;

import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Customers who are made from their number whenever somebody looks at them. All that is kept of them is where to find them, so
 * that there may be a million.
 */
final class Crowd {

    static final Crowd NOBODY = new Crowd(0, new Anybody(Stories.CONTOSO, property -> true));

    private final int size;
    private final Anybody anybody;
    private final Kept<User> madeUsers;
    private final Kept<Contact> madeContacts;
    private final Sorted users;
    private final Sorted contacts;
    private final CrowdIndex index;

    Crowd(int size, Anybody anybody) {
        this.size = size;
        this.anybody = anybody;
        madeUsers = new Kept<>(size, number -> anybody.draft(number).user());
        madeContacts = new Kept<>(size, number -> anybody.draft(number).contact(0));
        users = sorted(anybody::userId);
        contacts = sorted(anybody::contactId);
        index = new CrowdIndex(users, this::user);
    }

    int size() {
        return size;
    }

    User user(int number) {
        return madeUsers.of(number);
    }

    String userId(int number) {
        return anybody.userId(number);
    }

    Contact contact(int number, long version) {
        return madeContacts.of(number).at(version);
    }

    /** As {@link #contact}, but nobody is made for those who only want to know id, version and date of change. */
    Contact contactLater(int number, long version) {
        return new Contact(
                anybody.contactId(number),
                version,
                anybody.createdAt(number),
                new LaterMap(() -> madeContacts.of(number).columns()));
    }

    String contactId(int number) {
        return anybody.contactId(number);
    }

    Instant createdAt(int number) {
        return anybody.createdAt(number);
    }

    /** The numbers of those whose contacts' ids come after this one, in order. */
    IntStream afterContact(String contactId) {
        var place = contacts.end(number -> anybody.contactId(number).compareTo(contactId) <= 0);
        return contacts.between(place, contacts.size());
    }

    /** The number of the user with this id; below zero when there is none. */
    int numberOfUser(String id) {
        return find(users, anybody::userId, id);
    }

    /** The number of the contact with this id; below zero when there is none. */
    int numberOfContact(String id) {
        return find(contacts, anybody::contactId, id);
    }

    /** The numbers of those whose user ids come after this one, in order. */
    IntStream after(String userId) {
        var place = users.end(number -> anybody.userId(number).compareTo(userId) <= 0);
        return users.between(place, users.size());
    }

    /** Who has which value. */
    CrowdIndex index() {
        return index;
    }

    private Sorted sorted(IntFunction<String> id) {
        return Sorted.by(IntStream.range(0, size), number -> id.apply(number));
    }

    private static int find(Sorted sorted, IntFunction<String> idOf, String id) {
        var place = sorted.end(number -> idOf.apply(number).compareTo(id) < 0);
        return place < sorted.size() && idOf.apply(sorted.at(place)).equals(id) ? sorted.at(place) : -1;
    }
}
