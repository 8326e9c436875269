package sandbox.people;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.people.ContactChanged.Message;
import sandbox.state.Restorable;

/**
 * Who signs in as which contact on the web portal. Seeded contacts have one row each; it stays as it is when somebody
 * edits the contact's User Name, as in the real table.
 */
@Component
public class ExternalIdentities implements Restorable {

    private static final Comparator<ExternalIdentity> BY_ID = Comparator.comparing(ExternalIdentity::id);

    private final ConcurrentNavigableMap<String, ExternalIdentity> rows = new ConcurrentSkipListMap<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Contacts contacts;
    private final Crowd crowd;
    private final Seed seed;
    private final SandboxClock clock;

    ExternalIdentities(Contacts contacts, Seed seed, SandboxClock clock) {
        this.contacts = contacts;
        this.seed = seed;
        this.clock = clock;
        crowd = seed.crowd();
        reset();
    }

    /** Those whose ids come after this one, in the order of the ids. */
    public Stream<ExternalIdentity> after(String id) {
        var ofCrowd = crowd.afterContact(ExternalIdentity.turned(id.isEmpty() ? new UUID(0, 0).toString() : id))
                .mapToObj(this::madeOf)
                .filter(row -> row.id().compareTo(id) > 0 && isUntouched(row));
        return Merged.of(rows.tailMap(id, false).values().stream(), ofCrowd, BY_ID);
    }

    public Optional<ExternalIdentity> row(String id) {
        var key = id.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(rows.get(key))
                .or(() -> ofCrowd(crowd.numberOfContact(ExternalIdentity.turned(key))));
    }

    public Stream<ExternalIdentity> of(String contactId) {
        return with(
                row -> contactId.equalsIgnoreCase(row.contactId()),
                crowd.numberOfContact(contactId.toLowerCase(Locale.ROOT)));
    }

    public Stream<ExternalIdentity> named(String userName) {
        return with(
                row -> row.userName().equalsIgnoreCase(userName),
                crowd.numberOfUser(userName.toLowerCase(Locale.ROOT)));
    }

    /** Writes a row, new when the id is null. */
    public ExternalIdentity put(@Nullable String id, String userName, String provider, @Nullable String contactId) {
        var key = id == null ? UUID.randomUUID().toString() : id.toLowerCase(Locale.ROOT);
        var row = new ExternalIdentity(key, contacts.nextVersion(), clock.instant(), userName, provider, contactId);
        rows.put(key, row);
        gone.remove(key);
        return row;
    }

    /** False when there is no such row. */
    public boolean delete(String id) {
        var found = row(id);
        found.ifPresent(row -> {
            gone.add(row.id());
            rows.remove(row.id());
        });
        return found.isPresent();
    }

    /** The rows of a contact go with it. */
    @EventListener
    void goWith(ContactChanged change) {
        if (change.message() == Message.DELETE) {
            of(change.contact().id()).toList().forEach(row -> delete(row.id()));
        }
    }

    @Override
    public Runnable remember() {
        var then = List.copyOf(rows.values());
        var thenGone = Set.copyOf(gone);
        return () -> fill(then, thenGone);
    }

    @Override
    public final void reset() {
        var seeded = seed.contacts().stream().flatMap(contact -> seeded(contact).stream());
        fill(seeded.toList(), Set.of());
    }

    private void fill(List<ExternalIdentity> state, Set<String> deleted) {
        rows.clear();
        gone.clear();
        state.forEach(row -> rows.put(row.id(), row));
        gone.addAll(deleted);
    }

    private Optional<ExternalIdentity> seeded(Contact contact) {
        return Optional.ofNullable(contact.text(Contact.USER_NAME)).map(userName -> seeded(contact, userName));
    }

    private static ExternalIdentity seeded(Contact contact, String userName) {
        return new ExternalIdentity(
                ExternalIdentity.turned(contact.id()),
                contact.version(),
                contact.modifiedOn(),
                userName,
                ExternalIdentity.PROVIDER,
                contact.id());
    }

    private Stream<ExternalIdentity> with(java.util.function.Predicate<ExternalIdentity> wanted, int ofCrowd) {
        return Stream.concat(
                rows.values().stream().filter(wanted), ofCrowd(ofCrowd).filter(this::isUntouched).stream());
    }

    private boolean isUntouched(ExternalIdentity row) {
        return !rows.containsKey(row.id()) && !gone.contains(row.id());
    }

    private Optional<ExternalIdentity> ofCrowd(int number) {
        return number < 0 ? Optional.empty() : Optional.of(madeOf(number)).filter(row -> !gone.contains(row.id()));
    }

    private ExternalIdentity madeOf(int number) {
        var contact = crowd.contactId(number);
        return new ExternalIdentity(
                ExternalIdentity.turned(contact),
                number + 1L,
                crowd.createdAt(number),
                crowd.userId(number),
                ExternalIdentity.PROVIDER,
                contact);
    }
}
