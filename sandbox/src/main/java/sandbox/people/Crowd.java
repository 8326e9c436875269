package sandbox.people;

import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Customers who are made from their number whenever somebody looks at them. All that is kept of them is where to find them, so
 * that there may be a million.
 */
final class Crowd {

    static final Crowd NOBODY = new Crowd(0, new Anybody(Stories.CONTOSO, property -> true));

    // Whoever was looked at is likely to be looked at again; a crowd of the usual size is kept whole.
    private static final int MOST_KEPT = 1 << 15;

    private record Made(int number, User user, Contact contact) {}

    private final int size;
    private final Anybody anybody;
    private final AtomicReferenceArray<@Nullable Made> kept;
    private final Sorted users;
    private final Sorted contacts;
    private final CrowdIndex index;

    Crowd(int size, Anybody anybody) {
        this.size = size;
        this.anybody = anybody;
        kept = new AtomicReferenceArray<>(Math.clamp(2L * Integer.highestOneBit(size), 1, MOST_KEPT));
        users = sorted(anybody::userId);
        contacts = sorted(anybody::contactId);
        index = new CrowdIndex(users, this::user);
    }

    int size() {
        return size;
    }

    User user(int number) {
        return made(number).user();
    }

    String userId(int number) {
        return anybody.userId(number);
    }

    Contact contact(int number, long version) {
        return made(number).contact().at(version);
    }

    /** As {@link #contact}, but nobody is made for those who only want to know id, version and date of change. */
    Contact contactLater(int number, long version) {
        return new Contact(
                anybody.contactId(number),
                version,
                anybody.createdAt(number),
                new LaterMap(() -> made(number).contact().columns()));
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

    private Made made(int number) {
        var slot = number & (kept.length() - 1);
        var known = kept.get(slot);
        if (known != null && known.number() == number) {
            return known;
        }
        var draft = anybody.draft(number);
        var made = new Made(number, draft.user(), draft.contact(0));
        kept.set(slot, made);
        return made;
    }

    private Sorted sorted(IntFunction<String> id) {
        return Sorted.by(Comparator.naturalOrder(), IntStream.range(0, size), id::apply);
    }

    private static int find(Sorted sorted, IntFunction<String> idOf, String id) {
        var place = sorted.end(number -> idOf.apply(number).compareTo(id) < 0);
        return place < sorted.size() && idOf.apply(sorted.at(place)).equals(id) ? sorted.at(place) : -1;
    }
}
