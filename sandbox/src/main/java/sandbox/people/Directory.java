package sandbox.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sandbox.settings.CurrentSettings;

/** The users of one tenant; changes happen one after another, reads never wait. */
public final class Directory {

    private static final Duration KEPT = Duration.ofMillis(CurrentSettings.LONGEST_REPLICATION_DELAY_MILLIS);

    private static final Comparator<Object> BY_ID = Comparator.comparing(user -> ((User) user).id());

    private record Touched(String id, Instant at) {}

    private final NavigableMap<String, Versions> users = new ConcurrentSkipListMap<>();
    private final NavigableMap<String, DeletedUser> deleted = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedDeque<Touched> touched = new ConcurrentLinkedDeque<>();
    private final Members crowd;
    private final Indexes indexes;
    private final Changes changes = new Changes();
    private final Clock clock;
    private final History history;

    Directory(Crowd crowd, Clock clock, History history) {
        this.crowd = new Members(crowd);
        this.indexes = new Indexes(this.crowd);
        this.clock = clock;
        this.history = history;
    }

    /** Who changed after whom. */
    public Changes changes() {
        return changes;
    }

    /** A user that can be restored. */
    public record DeletedUser(User user, Instant at) {}

    /** The user as a write sees it. */
    public Optional<User> user(String id) {
        return user(id, null);
    }

    /** The user as a read that lags sees it; a null time means no lag. */
    public Optional<User> user(String id, @Nullable Instant asOf) {
        var key = id.toLowerCase(Locale.ROOT);
        return users.containsKey(key) ? added(key, asOf) : crowd.user(key).or(() -> added(key, asOf));
    }

    /** Everybody with an id after this one, by id; an empty text means from the beginning. */
    public Stream<User> usersAfter(String id, @Nullable Instant asOf) {
        var added =
                users.tailMap(id, false).values().stream().flatMap(versions -> Stream.ofNullable(seen(versions, asOf)));
        return Merged.of(added, crowd.after(id), BY_ID);
    }

    /** Those of the ids who exist, by id. */
    public Stream<User> users(Collection<String> ids, @Nullable Instant asOf) {
        return ids.stream().sorted().flatMap(id -> user(id, asOf).stream());
    }

    /** Everybody by the value of a sorted property, beginning after this key of {@link #sortKey}. */
    public Stream<User> usersBy(String property, String afterKey, @Nullable Instant asOf) {
        return indexes.after(property, afterKey).flatMap(user -> user(user.id(), asOf).stream());
    }

    /** The place of a user in {@link #usersBy}. */
    public static String sortKey(User user, String property) {
        var value = user.text(property);
        return Indexes.sortKey(value == null ? "" : value, user.id());
    }

    public int size() {
        return users.size() + crowd.size();
    }

    /** Whether {@link #holders} answers for the property. */
    public static boolean indexed(String property) {
        return Indexes.exact(property);
    }

    /** Whether {@link #beginning} answers for the property. */
    public static boolean sorted(String property) {
        return Indexes.SORTED.contains(property);
    }

    /**
     * Ids of those who have the value now, or whose data changed within the lag: a superset for reads as of then. Null when they
     * are too many to list.
     */
    public @Nullable Set<String> holders(String property, String value, @Nullable Instant asOf) {
        return withTouched(indexes.holders(property, value), asOf);
    }

    /** As {@link #holders}, by the beginning of the value. */
    public @Nullable Set<String> beginning(String property, String prefix, @Nullable Instant asOf) {
        return withTouched(indexes.beginning(property, prefix), asOf);
    }

    /** As {@link #holders}, by what the user signs in with. */
    public @Nullable Set<String> known(String issuerAssignedId, @Nullable Instant asOf) {
        return withTouched(indexes.known(issuerAssignedId), asOf);
    }

    /** The user with this principal name. */
    public Optional<User> named(String principalName, @Nullable Instant asOf) {
        return users(Objects.requireNonNull(holders("userPrincipalName", principalName, asOf)), asOf)
                .filter(user -> user.principalName().equalsIgnoreCase(principalName))
                .findFirst();
    }

    /**
     * Adds a user.
     *
     * @throws Taken when a unique value is somebody else's
     */
    public synchronized User create(User user, String by) {
        var whole = UniqueValues.complete(user);
        UniqueValues.demandFree(whole, indexes);
        put(whole);
        history.record(user.id(), by, Differences.between(null, whole));
        return whole;
    }

    /**
     * Applies a change to the newest state.
     *
     * @return empty when there is no such user
     * @throws Taken when a unique value is somebody else's
     */
    public synchronized Optional<User> change(String id, UnaryOperator<User> change, String by) {
        var present = user(id);
        if (present.isEmpty()) {
            return present;
        }
        var before = present.get();
        adopt(before);
        var after = UniqueValues.complete(change.apply(before));
        UniqueValues.demandFree(after, indexes);
        indexes.remove(before);
        put(after);
        history.record(after.id(), by, Differences.between(before, after));
        return Optional.of(after);
    }

    /** Deletes a user so that they can be restored; empty when there is no such user. */
    public synchronized Optional<User> delete(String id, String by) {
        var present = user(id);
        present.ifPresent(user -> {
            adopt(user);
            var now = clock.instant();
            deleted.put(user.id(), new DeletedUser(user, now));
            indexes.remove(user);
            touch(user.id(), null, now);
            history.record(user.id(), by, Map.of("deletedDateTime", new History.Change(null, now)));
        });
        return present;
    }

    public Collection<DeletedUser> deletedUsers() {
        return deleted.values();
    }

    public Optional<DeletedUser> deletedUser(String id) {
        return Optional.ofNullable(deleted.get(id.toLowerCase(Locale.ROOT)));
    }

    /**
     * Brings a deleted user back; empty when there is none with this id.
     *
     * @throws Taken when a unique value was given to somebody else meanwhile
     */
    public synchronized Optional<User> restore(String id, String by) {
        var found = deletedUser(id);
        found.ifPresent(gone -> {
            UniqueValues.demandFree(gone.user(), indexes);
            deleted.remove(gone.user().id());
            put(gone.user());
            history.record(gone.user().id(), by, Map.of("deletedDateTime", new History.Change(gone.at(), null)));
        });
        return found.map(DeletedUser::user);
    }

    /** Forgets a deleted user for good. */
    public synchronized boolean purge(String id) {
        var purged = deleted.remove(id.toLowerCase(Locale.ROOT));
        if (purged != null) {
            changes.note(purged.user().id());
        }
        return purged != null;
    }

    synchronized Runnable remember() {
        var thenUsers = users.values().stream()
                .flatMap(versions -> Stream.ofNullable(versions.newest()))
                .toList();
        var thenDeleted = List.copyOf(deleted.values());
        var thenLeft = crowd.left();
        return () -> fill(thenUsers, thenDeleted, thenLeft);
    }

    /** Only these users, and the crowd as it was made. */
    synchronized void fill(Collection<User> state) {
        fill(state, List.of(), Set.of());
    }

    private synchronized void fill(Collection<User> state, Collection<DeletedUser> gone, Set<Integer> left) {
        users.clear();
        deleted.clear();
        touched.clear();
        indexes.clear();
        crowd.putBack(left);
        changes.startOver();
        state.forEach(user -> {
            users.put(user.id(), new Versions(user, Instant.MIN));
            indexes.add(user);
        });
        gone.forEach(user -> deleted.put(user.user().id(), user));
    }

    /** Whoever is about to change leaves the crowd; readers find them in one place or the other at any time. */
    private void adopt(User user) {
        if (!users.containsKey(user.id())) {
            users.put(user.id(), new Versions(user, Instant.MIN));
            indexes.add(user);
            crowd.leave(user.id());
        }
    }

    private void put(User user) {
        indexes.add(user);
        touch(user.id(), user, clock.instant());
    }

    private void touch(String id, @Nullable User state, Instant now) {
        var horizon = now.minus(KEPT);
        var versions = users.get(id);
        if (versions != null) {
            versions.add(state, now, horizon);
        } else if (state != null) {
            users.put(id, new Versions(state, now));
        }
        touched.addLast(new Touched(id, now));
        changes.note(id);
        forgetBefore(horizon);
    }

    private void forgetBefore(Instant horizon) {
        for (var oldest = touched.peekFirst();
                oldest != null && oldest.at().isBefore(horizon);
                oldest = touched.peekFirst()) {
            touched.removeFirst();
            users.computeIfPresent(oldest.id(), (id, versions) -> versions.newest() == null ? null : versions);
        }
    }

    private @Nullable Set<String> withTouched(@Nullable Set<String> now, @Nullable Instant asOf) {
        if (now == null || asOf == null) {
            return now;
        }
        var both = new HashSet<>(now);
        for (var each = touched.descendingIterator(); each.hasNext(); ) {
            var change = each.next();
            if (change.at().isBefore(asOf)) {
                break;
            }
            both.add(change.id());
        }
        return both;
    }

    private Optional<User> added(String id, @Nullable Instant asOf) {
        var versions = users.get(id);
        return Optional.ofNullable(versions == null ? null : seen(versions, asOf));
    }

    private static @Nullable User seen(Versions versions, @Nullable Instant asOf) {
        return asOf == null ? versions.newest() : versions.asOf(asOf);
    }
}
