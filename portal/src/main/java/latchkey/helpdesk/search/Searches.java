package latchkey.helpdesk.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.Customer;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryId;
import latchkey.helpdesk.limits.Limits;
import latchkey.helpdesk.population.Populations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Searches of agents: each gets an opaque token, so that nothing personal stands in an address. */
@Service
class Searches {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int TOKEN_BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Search search;
    private final SearchRows rows;
    private final RecentResults recent;
    private final Directories directories;
    private final Populations populations;
    private final Limits limits;
    private final Clock clock;

    Searches(
            Search search,
            SearchRows rows,
            Directories directories,
            Populations populations,
            Limits limits,
            Clock clock) {
        this.search = search;
        this.rows = rows;
        this.recent = new RecentResults(clock);
        this.directories = directories;
        this.populations = populations;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Searches, and keeps whom it found for an hour.
     *
     * @param directory where to look, null for everywhere
     * @throws ProblemException {@code INVALID_SEARCH} or {@code DIRECTORY_NOT_FOUND}
     */
    Done start(Agent agent, String typed, @Nullable String directory) {
        var text = Recognition.cleaned(typed);
        var places = where(directory);
        limits.search(agent);
        var result = search.look(agent, text, places);
        var token = token();
        var now = clock.instant();
        rows.insert(hash(token), agent.key(), KeptSearch.of(result), now, now.plus(KEPT));
        recent.put(agent.key(), token, result);
        return new Done(token, result);
    }

    /**
     * The result of an earlier search of the same agent, as the directory shows those customers now and as far as the
     * agent sees them now.
     *
     * @throws ProblemException {@code SEARCH_NOT_FOUND} when it has expired or is somebody else's
     */
    Result of(Agent agent, String token) {
        return recent.find(agent.key(), token)
                .map(result -> asSeen(agent, result))
                .orElseGet(() -> again(agent, token));
    }

    // Somebody's populations may have changed since they searched.
    private Result asSeen(Agent agent, Result result) {
        return result.with(result.found().stream()
                .filter(found -> isSeen(agent, found.customer()))
                .toList());
    }

    private boolean isSeen(Agent agent, Customer customer) {
        return directories
                .forAgents(customer.id().directory())
                .filter(directory -> populations.of(agent, directory).includes(customer))
                .isPresent();
    }

    private Result again(Agent agent, String token) {
        var kept = rows.find(hash(token), agent.key(), clock.instant())
                .orElseThrow(() -> new ProblemException(Problem.SEARCH_NOT_FOUND));
        var found = AtOnce.all(
                        kept.hits().stream().map(hit -> customer(agent, hit)).toList())
                .stream()
                .flatMap(Optional::stream)
                .toList();
        var result = new Result(found, kept.tried(), kept.unanswered(), kept.more());
        recent.put(agent.key(), token, result);
        return result;
    }

    private Supplier<Optional<Found>> customer(Agent agent, KeptSearch.Hit hit) {
        return () -> directories
                .forAgents(hit.customer().directory())
                .flatMap(directory -> populations.find(agent, directory, hit.customer()))
                .map(customer -> new Found(customer, hit.places()));
    }

    private List<Directory> where(@Nullable String directory) {
        if (directory == null || directory.isBlank()) {
            return directories.all().stream()
                    .flatMap(id -> directories.forAgents(id).stream())
                    .toList();
        }
        return List.of(named(directory)
                .orElseThrow(() -> new ProblemException(Problem.DIRECTORY_NOT_FOUND, Map.of("where", "directory"))));
    }

    private Optional<Directory> named(String directory) {
        return directories.all().stream()
                .filter(id -> id.value().equals(directory))
                .findFirst()
                .flatMap((DirectoryId id) -> directories.forAgents(id));
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A search that was made, and the token to see it again. */
    record Done(String token, Result result) {}
}
