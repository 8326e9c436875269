package sandbox.people;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.people.ContactChanged.Message;
import sandbox.state.Restorable;

/** The contacts of the one Dataverse environment. */
@Component
public class Contacts implements Restorable {

    private static final Comparator<Contact> BY_ID = Comparator.comparing(Contact::id);

    private final Crowd crowd;

    // Those with a story, and whoever of the crowd was changed.
    private final ConcurrentNavigableMap<String, Contact> contacts = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<Long, String> byVersion = new ConcurrentSkipListMap<>();
    private final Map<String, Set<String>> byUserName = new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<Long, String> deletions = new ConcurrentSkipListMap<>();
    private final Map<String, Long> gone = new ConcurrentHashMap<>();
    private final SandboxClock clock;
    private final History history;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<BeforeCommit> steps;
    private final Seed seed;

    /** Never goes back, not by a reset nor by a restart: who remembers an old version must not take a new one for older. */
    private long version = Instant.now().toEpochMilli();

    private volatile long beforeCrowd;

    Contacts(
            SandboxClock clock,
            History history,
            ApplicationEventPublisher events,
            ObjectProvider<BeforeCommit> steps,
            Seed seed) {
        this.clock = clock;
        this.history = history;
        this.events = events;
        this.steps = steps;
        this.seed = seed;
        crowd = seed.crowd();
        reset();
    }

    /** A contact that is no more, at the version of its end. */
    public record Deleted(long version, String id) {}

    public Optional<Contact> contact(String id) {
        var key = id.toLowerCase(Locale.ROOT);
        return gone.containsKey(key)
                ? Optional.empty()
                : Optional.ofNullable(contacts.get(key)).or(() -> ofCrowd(crowd.numberOfContact(key)));
    }

    /** A contact whose User Name is this directory user. */
    public Optional<Contact> contactOf(String userId) {
        return contactsOf(userId).findFirst();
    }

    /** The contacts whose User Name this is; nothing keeps two from having the same. */
    public Stream<Contact> contactsOf(String userName) {
        var key = userName.toLowerCase(Locale.ROOT);
        return Stream.concat(
                byUserName.getOrDefault(key, Set.of()).stream().flatMap(id -> contact(id).stream()),
                ofCrowd(crowd.numberOfUser(key)).filter(this::isUntouched).stream());
    }

    /** Every contact, in the order of the ids; those of the crowd are made when more than id and version is asked for. */
    public Stream<Contact> all() {
        return after("");
    }

    /** Those whose ids come after this one, in the order of the ids. */
    public Stream<Contact> after(String id) {
        return Merged.of(
                contacts.tailMap(id, false).values().stream(),
                ofCrowd(crowd.afterContact(id)).filter(this::isUntouched),
                BY_ID);
    }

    /** Those whose latest change has a version after the first and not after the second, in the order of their versions. */
    public Stream<Contact> changed(long after, long upTo) {
        var seeded = beforeCrowd;
        var from = Math.clamp(after - seeded, 0, crowd.size());
        var to = Math.clamp(upTo - seeded, from, crowd.size());
        return Stream.of(
                        ofVersions(after, Math.min(upTo, seeded)),
                        ofCrowd(IntStream.range(from, to)).filter(this::isUntouched),
                        ofVersions(Math.max(after, seeded), upTo))
                .flatMap(part -> part);
    }

    /** Those that were deleted after the first version and not after the second, in that order. */
    public Stream<Deleted> deleted(long after, long upTo) {
        return deletions.subMap(after, false, Math.max(after, upTo), true).entrySet().stream()
                .map(entry -> new Deleted(entry.getKey(), entry.getValue()));
    }

    /** The version of the latest change of all. */
    public synchronized long latest() {
        return version;
    }

    /** The next version, for a row of another table of the environment. */
    synchronized long nextVersion() {
        return ++version;
    }

    /**
     * Creates a contact and publishes {@link ContactChanged}.
     *
     * @param id null for one that nobody chose
     */
    public Contact create(@Nullable String id, Map<String, ? extends @Nullable Object> columns, Author author) {
        var key = id == null ? UUID.randomUUID().toString() : id.toLowerCase(Locale.ROOT);
        var changed = committed(() -> proposedCreation(key, columns, author));
        return changed.map(ContactChanged::contact).orElseThrow();
    }

    /**
     * Changes columns (null unsets one) and publishes {@link ContactChanged}.
     *
     * @return empty when there is no contact with this id
     */
    public Optional<Contact> change(String id, Map<String, ? extends @Nullable Object> changes, Author author) {
        return change(id, present -> {}, changes, author);
    }

    /**
     * As the other, with a condition that sees the present contact under the lock and throws when it is not met.
     *
     * @return empty when there is no contact with this id
     */
    public Optional<Contact> change(
            String id, Consumer<Contact> condition, Map<String, ? extends @Nullable Object> changes, Author author) {
        return committed(() -> proposedChange(id, condition, changes, author)).map(ContactChanged::contact);
    }

    /** Deletes a contact and publishes {@link ContactChanged}; false when there is none with this id. */
    public boolean delete(String id, Author author) {
        return committed(() -> proposedDeletion(id, author)).isPresent();
    }

    /** Proposes a change to the synchronous steps and then does not make it; false when there is no such contact. */
    public boolean rollBack(String id, Map<String, ? extends @Nullable Object> changes, Author author) {
        var proposed = proposal(() -> proposedChange(id, present -> {}, changes, author));
        proposed.ifPresent(change -> steps.forEach(step -> step.about(change)));
        return proposed.isPresent();
    }

    @Override
    public synchronized Runnable remember() {
        var then = List.copyOf(contacts.values());
        var thenGone = Set.copyOf(gone.keySet());
        return () -> fill(then, thenGone);
    }

    @Override
    public final void reset() {
        fill(seed.contacts(), Set.of());
    }

    /** What would happen at the moment; empty when there is nobody whom it could happen to. */
    private interface Proposal {

        Optional<ContactChanged> now();
    }

    /** Asked first without the lock, because whoever is asked may take a minute; then looked at anew and made. */
    private Optional<ContactChanged> committed(Proposal proposal) {
        proposal(proposal).ifPresent(change -> steps.forEach(step -> step.about(change)));
        var made = commit(proposal);
        made.ifPresent(events::publishEvent);
        return made;
    }

    private synchronized Optional<ContactChanged> proposal(Proposal proposal) {
        return proposal.now();
    }

    private synchronized Optional<ContactChanged> commit(Proposal proposal) {
        var proposed = proposal.now();
        proposed.ifPresent(this::apply);
        return proposed;
    }

    private Optional<ContactChanged> proposedCreation(
            String id, Map<String, ? extends @Nullable Object> columns, Author author) {
        Map<String, @Nullable Object> all = new TreeMap<>(columns);
        all.putIfAbsent(Contact.STATE, 0);
        all.put(Contact.CREATED_ON, clock.instant());
        all.put(Contact.MODIFIED_BY, author.systemUserId());
        var blank = new Contact(id, 0, clock.instant(), Map.of());
        var after = blank.with(all, version + 1, clock.instant());
        return Optional.of(new ContactChanged(Message.CREATE, null, after, Set.copyOf(columns.keySet()), author));
    }

    private Optional<ContactChanged> proposedChange(
            String id, Consumer<Contact> condition, Map<String, ? extends @Nullable Object> changes, Author author) {
        var before = contact(id).orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        condition.accept(before);
        Map<String, @Nullable Object> all = new TreeMap<>(changes);
        all.put(Contact.MODIFIED_BY, author.systemUserId());
        var after = before.with(all, version + 1, clock.instant());
        return Optional.of(new ContactChanged(Message.UPDATE, before, after, Set.copyOf(changes.keySet()), author));
    }

    private Optional<ContactChanged> proposedDeletion(String id, Author author) {
        return contact(id).map(before -> new ContactChanged(Message.DELETE, before, null, Set.of(), author));
    }

    private void apply(ContactChanged change) {
        version++;
        var id = change.contact().id();
        forget(change.before());
        if (change.after() == null) {
            contacts.remove(id);
            bury(id);
        } else {
            revive(id);
            put(change.after());
        }
        history.record(id, change.author().name(), differences(change));
    }

    private void put(Contact contact) {
        contacts.put(contact.id(), contact);
        byVersion.put(contact.version(), contact.id());
        var user = contact.text(Contact.USER_NAME);
        if (user != null) {
            byUserName
                    .computeIfAbsent(user.toLowerCase(Locale.ROOT), any -> ConcurrentHashMap.newKeySet())
                    .add(contact.id());
        }
    }

    private void forget(@Nullable Contact before) {
        if (before == null) {
            return;
        }
        byVersion.remove(before.version());
        var user = before.text(Contact.USER_NAME);
        if (user != null) {
            byUserName
                    .getOrDefault(user.toLowerCase(Locale.ROOT), new TreeSet<>())
                    .remove(before.id());
        }
    }

    private void bury(String id) {
        gone.put(id, version);
        deletions.put(version, id);
    }

    private void revive(String id) {
        var since = gone.remove(id);
        if (since != null) {
            deletions.remove(since);
        }
    }

    private Map<String, History.Change> differences(ContactChanged change) {
        var changes = new LinkedHashMap<String, History.Change>();
        change.changed().stream().sorted().forEach(name -> changes.put(name, difference(change, name)));
        changes.put(
                "versionnumber",
                new History.Change(
                        change.before() == null ? null : change.before().version(), version));
        if (change.message() != Message.UPDATE) {
            changes.put("contactid", gained(change));
        }
        return changes;
    }

    private static History.Change difference(ContactChanged change, String name) {
        var before = change.before();
        var after = change.after();
        return new History.Change(
                before == null ? null : before.column(name), after == null ? null : after.column(name));
    }

    private static History.Change gained(ContactChanged change) {
        var before = change.before();
        var after = change.after();
        return new History.Change(before == null ? null : before.id(), after == null ? null : after.id());
    }

    private boolean isUntouched(Contact contact) {
        return !contacts.containsKey(contact.id()) && !gone.containsKey(contact.id());
    }

    private Optional<Contact> ofCrowd(int number) {
        return number < 0 ? Optional.empty() : Optional.of(crowd.contact(number, beforeCrowd + 1 + number));
    }

    private Stream<Contact> ofCrowd(IntStream numbers) {
        var seeded = beforeCrowd + 1;
        return numbers.mapToObj(number -> crowd.contactLater(number, seeded + number));
    }

    /** One that was changed since is told under its newer version. */
    private Stream<Contact> ofVersions(long after, long upTo) {
        return byVersion.subMap(after, false, Math.max(after, upTo), true).entrySet().stream()
                .flatMap(entry -> Optional.ofNullable(contacts.get(entry.getValue()))
                        .filter(contact -> contact.version() == entry.getKey())
                        .stream());
    }

    /** Whoever is not in the state is told as deleted, so that change tracking can be followed through a reset. */
    private synchronized void fill(Collection<Contact> state, Set<String> deleted) {
        var vanished = new TreeSet<>(contacts.keySet());
        vanished.addAll(deleted);
        contacts.clear();
        byVersion.clear();
        byUserName.clear();
        state.forEach(contact -> put(contact.at(++version)));
        beforeCrowd = version;
        version += crowd.size();
        Predicate<String> isThere =
                id -> !deleted.contains(id) && (contacts.containsKey(id) || crowd.numberOfContact(id) >= 0);
        List.copyOf(gone.keySet()).stream().filter(isThere).forEach(this::revive);
        vanished.stream()
                .filter(id -> !isThere.test(id) && !gone.containsKey(id))
                .forEach(this::buryNext);
    }

    private void buryNext(String id) {
        version++;
        bury(id);
    }
}
