package latchkey.helpdesk.customer;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.CustomerId;
import latchkey.directory.Directory;
import latchkey.directory.Directory.Capability;
import latchkey.directory.Directory.CapabilityName;
import latchkey.helpdesk.limits.Limits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers methods for a minute, because the lane they come from takes 5 calls in 10 seconds for the whole desk (facts
 * §12).
 */
@Component
class MethodsSeen {

    private static final int REMEMBERED = 500;

    private final Limits limits;
    private final Clock clock;
    private final Duration kept;
    private final Map<CustomerId, SeenMethods> seen = new Remembered();

    MethodsSeen(Limits limits, Clock clock, CustomerSettings settings) {
        this.limits = limits;
        this.clock = clock;
        this.kept = settings.methodsKept();
    }

    /**
     * As remembered, or asked now.
     *
     * @throws ProblemException when this directory has no methods to show; {@code TOO_MANY_REVEALS}
     * @throws latchkey.directory.DirectoryFailure when the directory does not answer
     */
    SeenMethods of(Agent agent, Directory directory, CustomerId customer) {
        return switch (directory.capability(CapabilityName.METHODS)) {
            case Capability.Available available -> {
                limits.reveal(agent, customer);
                yield remembered(customer).orElseGet(() -> ask(directory, customer));
            }
            case Capability.Missing missing ->
                throw new ProblemException(Problem.NOT_POSSIBLE_IN_DIRECTORY, Map.of("reason", missing.reason()));
        };
    }

    /** Makes the next question go to the directory. */
    void forget(CustomerId customer) {
        synchronized (seen) {
            seen.remove(customer);
        }
    }

    private SeenMethods ask(Directory directory, CustomerId customer) {
        var fresh = new SeenMethods(directory.methods().of(customer), clock.instant());
        synchronized (seen) {
            seen.put(customer, fresh);
        }
        return fresh;
    }

    private Optional<SeenMethods> remembered(CustomerId customer) {
        synchronized (seen) {
            return Optional.ofNullable(seen.get(customer))
                    .filter(methods -> methods.seenAt().plus(kept).isAfter(clock.instant()));
        }
    }

    private static final class Remembered extends LinkedHashMap<CustomerId, SeenMethods> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<CustomerId, SeenMethods> eldest) {
            return size() > REMEMBERED;
        }
    }
}
