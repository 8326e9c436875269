package latchkey.helpdesk.population;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import latchkey.access.AccessSettings;
import latchkey.access.Agent;
import latchkey.access.PopulationRule;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.AttributeKey;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryId;
import latchkey.directory.Population;
import org.springframework.stereotype.Service;

/** Looks at customers as far as an agent sees them: whoever is outside is as good as unknown. */
@Service
public class Populations {

    private final AccessSettings settings;
    private final Directories directories;

    Populations(AccessSettings settings, Directories directories) {
        this.settings = settings;
        this.directories = directories;
    }

    /** Whom of that directory the agent sees. */
    public Population of(Agent agent, Directory directory) {
        return of(agent.populations(), directory);
    }

    /** Whom of that directory the populations of these names show. */
    public Population of(Set<String> names, Directory directory) {
        if (names.contains(AccessSettings.EVERYONE)) {
            return Population.EVERYONE;
        }
        return Population.of(names.stream()
                .flatMap(name -> Optional.ofNullable(settings.populations().get(name)).stream())
                .flatMap(rule -> part(rule, directory).stream())
                .toList());
    }

    /**
     * The customer, read now.
     *
     * @throws ProblemException {@code DIRECTORY_NOT_FOUND}; {@code CUSTOMER_NOT_FOUND} alike for one whom the agent does
     *     not see and for one who is not there
     */
    public Customer customer(Agent agent, CustomerId id) {
        var directory = directory(id);
        return find(agent, directory, id).orElseThrow(() -> new ProblemException(Problem.CUSTOMER_NOT_FOUND));
    }

    /** The customer, read now; empty alike for one whom the agent does not see and for one who is not there. */
    public Optional<Customer> find(Agent agent, Directory directory, CustomerId id) {
        return find(agent.populations(), directory, id);
    }

    /** Refuses as {@link #customer}; asks the directory only for agents who do not see everyone. */
    public void check(Agent agent, CustomerId id) {
        if (!sees(agent.populations(), id)) {
            throw new ProblemException(Problem.CUSTOMER_NOT_FOUND);
        }
    }

    public boolean sees(Agent agent, CustomerId id) {
        return sees(agent.populations(), id);
    }

    /** Whether populations of these names show the customer; {@code everyone} does without a look. */
    public boolean sees(Set<String> names, CustomerId id) {
        return names.contains(AccessSettings.EVERYONE)
                || find(names, directory(id), id).isPresent();
    }

    /** Those of them whom the agent sees, looked at side by side. */
    public Set<CustomerId> seen(Agent agent, Collection<CustomerId> customers) {
        var distinct = Set.copyOf(customers);
        return agent.seesEveryone() ? distinct : looked(agent, distinct);
    }

    private Set<CustomerId> looked(Agent agent, Set<CustomerId> customers) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = customers.stream()
                    .map(id -> CompletableFuture.supplyAsync(() -> ifSeen(agent, id), threads))
                    .toList();
            return looks.stream().flatMap(look -> look.join().stream()).collect(Collectors.toUnmodifiableSet());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private Optional<CustomerId> ifSeen(Agent agent, CustomerId id) {
        return Optional.of(id).filter(known -> isKnown(known.directory()) && sees(agent, known));
    }

    private boolean isKnown(DirectoryId directory) {
        return directories.forAgents(directory).isPresent();
    }

    private Optional<Customer> find(Set<String> names, Directory directory, CustomerId id) {
        var seen = of(names, directory);
        return directory.customers().byId(id).filter(seen::includes);
    }

    private Directory directory(CustomerId id) {
        return directories
                .forAgents(id.directory())
                .orElseThrow(() -> new ProblemException(Problem.DIRECTORY_NOT_FOUND));
    }

    // Nobody has a value in an attribute that the directory does not have.
    private static Optional<Population.Part> part(PopulationRule rule, Directory directory) {
        var here = rule.directories().isEmpty()
                || rule.directories().contains(directory.id().value());
        return here ? values(rule.where(), directory).map(Population.Part::new) : Optional.empty();
    }

    private static Optional<Map<AttributeKey, Set<String>>> values(
            Map<String, Set<String>> where, Directory directory) {
        Map<AttributeKey, Set<String>> values = new HashMap<>();
        where.forEach((name, wanted) ->
                directory.attribute(name).ifPresent(attribute -> values.put(attribute.key(), wanted)));
        return Optional.of(values).filter(found -> found.size() == where.size());
    }
}
