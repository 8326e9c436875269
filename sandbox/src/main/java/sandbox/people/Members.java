package sandbox.people;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sandbox.people.Order.Place;

/** Those of a crowd who still are as they were made; whoever changes leaves them. */
final class Members {

    /** Of more than these nobody makes a list: walking through everybody is no slower. */
    private static final int MOST_LISTED = 10_000;

    private final Crowd crowd;
    private final Set<Integer> left = ConcurrentHashMap.newKeySet();

    Members(Crowd crowd) {
        this.crowd = crowd;
    }

    int size() {
        return crowd.size() - left.size();
    }

    Optional<User> user(String id) {
        var number = crowd.numberOfUser(id);
        return number < 0 || left.contains(number) ? Optional.empty() : Optional.of(crowd.user(number));
    }

    /** Everybody with an id after this one, by id. */
    Stream<User> after(String id) {
        return users(crowd.after(id));
    }

    Stream<User> after(String property, Place place) {
        return users(crowd.index().after(property, place));
    }

    /** Ids of those who have a value of this hash; null when they are too many. */
    @Nullable
    Set<String> holding(long hash) {
        return ids(crowd.index().holding(hash));
    }

    /** Ids of those whose value lies between these; null when they are too many. */
    @Nullable
    Set<String> between(String property, Place from, Place to) {
        return ids(crowd.index().between(property, from, to));
    }

    void leave(String id) {
        var number = crowd.numberOfUser(id);
        if (number >= 0) {
            left.add(number);
        }
    }

    Set<Integer> left() {
        return Set.copyOf(left);
    }

    void putBack(Set<Integer> whoHadLeft) {
        left.clear();
        left.addAll(whoHadLeft);
    }

    private Stream<User> users(IntStream numbers) {
        return numbers.filter(number -> !left.contains(number)).mapToObj(crowd::user);
    }

    private @Nullable Set<String> ids(IntStream numbers) {
        var some = numbers.limit(MOST_LISTED + 1L).toArray();
        return some.length > MOST_LISTED
                ? null
                : Arrays.stream(some)
                        .filter(number -> !left.contains(number))
                        .mapToObj(crowd::userId)
                        .collect(Collectors.toSet());
    }
}
