package latchkey.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import latchkey.directory.ActivityLog;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryEvent;
import latchkey.directory.DirectoryId;
import latchkey.directory.LogReading;
import latchkey.directory.OtherWriter;

/** A directory's own log, as far as a test wrote it. */
public final class RememberedLog implements ActivityLog {

    private final Map<CustomerId, List<DirectoryEvent>> events = new ConcurrentHashMap<>();
    private final List<OtherWriter> others = new CopyOnWriteArrayList<>();
    private volatile LogReading reading = new LogReading(true, null, null, List.of());

    /** Somebody else than Latchkey changed the account. */
    public void changedByOthers(CustomerId customer, Instant at, String activity, String... properties) {
        events.computeIfAbsent(customer, unknown -> new CopyOnWriteArrayList<>())
                .add(new DirectoryEvent(
                        UUID.randomUUID().toString(),
                        at,
                        activity,
                        false,
                        DirectoryEvent.Result.SUCCESS,
                        new DirectoryEvent.Author(DirectoryEvent.Kind.APPLICATION, "another portal"),
                        null,
                        null,
                        null,
                        null,
                        List.of(properties)));
    }

    /** The customer signed in. */
    public void signedIn(CustomerId customer, Instant at) {
        events.computeIfAbsent(customer, unknown -> new CopyOnWriteArrayList<>())
                .add(new DirectoryEvent(
                        UUID.randomUUID().toString(),
                        at,
                        "Issue an id_token to the application",
                        true,
                        DirectoryEvent.Result.SUCCESS,
                        new DirectoryEvent.Author(DirectoryEvent.Kind.CUSTOMER, null),
                        null,
                        null,
                        "B2C_1A_signup_signin",
                        null,
                        List.of()));
    }

    /** How far it was read, from now on. */
    public void isRead(LogReading so) {
        reading = so;
    }

    @Override
    public List<DirectoryEvent> of(CustomerId customer, int limit) {
        return events.getOrDefault(customer, List.of()).reversed().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<DirectoryEvent> last(CustomerId customer, Set<String> activities) {
        return Optional.empty();
    }

    @Override
    public List<DirectoryEvent> changesSince(CustomerId customer, Instant since) {
        return of(customer, Integer.MAX_VALUE).stream()
                .filter(event -> !event.signIn())
                .filter(event -> !event.at().isBefore(since))
                .toList();
    }

    /** Some other application writes to customers. */
    public void writes(OtherWriter other) {
        others.add(other);
    }

    @Override
    public List<OtherWriter> otherWriters(DirectoryId directory, Set<String> properties, Instant since) {
        return others.stream().filter(other -> !other.last().isBefore(since)).toList();
    }

    @Override
    public LogReading reading(DirectoryId directory) {
        return reading;
    }
}
