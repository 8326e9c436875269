package sandbox.people;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.state.Restorable;

/** The contacts of the one Dataverse environment. */
@Component
public class Contacts implements Restorable {

    private final Crowd crowd;

    // Those with a story, and whoever of the crowd was changed.
    private final Map<String, Contact> contacts = new ConcurrentHashMap<>();
    private final Map<String, String> byUserName = new ConcurrentHashMap<>();
    private final SandboxClock clock;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Seed seed;

    /** Never goes back, not by a reset nor by a restart: who remembers an old version must not take a new one for older. */
    private long version = Instant.now().toEpochMilli();

    private volatile long beforeCrowd;

    Contacts(SandboxClock clock, History history, ApplicationEventPublisher events, Seed seed) {
        this.clock = clock;
        this.history = history;
        this.events = events;
        this.seed = seed;
        crowd = seed.crowd();
        reset();
    }

    public Optional<Contact> contact(String id) {
        var key = id.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(contacts.get(key)).or(() -> ofCrowd(crowd.numberOfContact(key)));
    }

    /** The contact whose User Name is this directory user. */
    public Optional<Contact> contactOf(String userId) {
        var changed = Optional.ofNullable(byUserName.get(userId)).flatMap(this::contact);
        return changed.or(
                () -> ofCrowd(crowd.numberOfUser(userId)).filter(contact -> !contacts.containsKey(contact.id())));
    }

    /** Every contact, in no particular order; those of the crowd are made when more than id and version is asked for. */
    public Stream<Contact> all() {
        var seeded = beforeCrowd + 1;
        return Stream.concat(
                contacts.values().stream(),
                IntStream.range(0, crowd.size())
                        .mapToObj(number -> crowd.contactLater(number, seeded + number))
                        .filter(contact -> !contacts.containsKey(contact.id())));
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
        var changed = apply(id.toLowerCase(Locale.ROOT), condition, changes, author);
        changed.ifPresent(events::publishEvent);
        return changed.map(ContactChanged::after);
    }

    @Override
    public synchronized Runnable remember() {
        var then = List.copyOf(contacts.values());
        return () -> fill(then);
    }

    @Override
    public final void reset() {
        fill(seed.contacts());
    }

    private synchronized Optional<ContactChanged> apply(
            String id, Consumer<Contact> condition, Map<String, ? extends @Nullable Object> changes, Author author) {
        var before = contact(id).orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        condition.accept(before);
        var after = before.with(changes, ++version, clock.instant());
        index(before, after);
        contacts.put(id, after);
        history.record(id, author.name(), differences(before, after, changes.keySet()));
        return Optional.of(new ContactChanged(before, after, Set.copyOf(changes.keySet()), author));
    }

    private void index(@Nullable Contact before, Contact after) {
        var old = before == null ? null : before.text(Contact.USER_NAME);
        if (old != null) {
            byUserName.remove(old, after.id());
        }
        var user = after.text(Contact.USER_NAME);
        if (user != null) {
            byUserName.put(user, after.id());
        }
    }

    private static Map<String, History.Change> differences(Contact before, Contact after, Set<String> columns) {
        var changes = new LinkedHashMap<String, History.Change>();
        columns.stream()
                .sorted()
                .forEach(name -> changes.put(name, new History.Change(before.column(name), after.column(name))));
        changes.put("versionnumber", new History.Change(before.version(), after.version()));
        return changes;
    }

    private Optional<Contact> ofCrowd(int number) {
        return number < 0 ? Optional.empty() : Optional.of(crowd.contact(number, beforeCrowd + 1 + number));
    }

    private synchronized void fill(Collection<Contact> state) {
        contacts.clear();
        byUserName.clear();
        state.forEach(contact -> {
            contacts.put(contact.id(), contact.at(++version));
            index(null, contact);
        });
        beforeCrowd = version;
        version += crowd.size();
    }
}
