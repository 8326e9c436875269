package latchkey.access.employees;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import latchkey.access.EmployeeSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** What Entra says now of an employee's roles, where the settings want it asked; otherwise what the token said. */
@Component
public class RoleLookUp {

    /** After a failure nobody waits for Entra again for so long. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(RoleLookUp.class);

    private final Map<String, Looked> known = new ConcurrentHashMap<>();

    private final @Nullable EmployeesAtGraph graph;

    private final Duration keepFor;

    private final Clock clock;

    RoleLookUp(EmployeeSettings settings, Issuer issuer, Clock clock) {
        var lookUp = settings.lookUp();
        this.graph = lookUp == null ? null : new EmployeesAtGraph(lookUp, settings, issuer, clock);
        this.keepFor = lookUp == null ? Duration.ZERO : lookUp.keepFor();
        this.clock = clock;
    }

    /** The values of the roles claim as they are now; {@link Claims.Unknown} when Entra cannot be asked. */
    public Claims claims(SignedIn employee) {
        return graph == null ? new Claims.Known(employee.claims()) : looked(employee.objectId(), graph);
    }

    private Claims looked(String objectId, EmployeesAtGraph asked) {
        var now = clock.instant();
        known.values().removeIf(looked -> !looked.counts(now));
        return known.computeIfAbsent(objectId, id -> look(id, asked)).claims();
    }

    private Looked look(String objectId, EmployeesAtGraph asked) {
        var before = clock.instant();
        try {
            return new Looked(new Claims.Known(asked.claims(objectId)), before.plus(keepFor));
        } catch (RestClientException | IllegalStateException | latchkey.access.Refused e) {
            log.warn("The roles of an employee cannot be looked up at Entra: {}", e.getMessage());
            return new Looked(new Claims.Unknown(), clock.instant().plus(PAUSE));
        }
    }

    /** What is known of somebody's roles. */
    public sealed interface Claims {

        /** They are these; none for whoever is gone or blocked. */
        record Known(Set<String> values) implements Claims {}

        /** They cannot be asked for now, so nobody is let on by them. */
        record Unknown() implements Claims {}
    }

    private record Looked(Claims claims, Instant until) {

        boolean counts(Instant now) {
            return until.isAfter(now);
        }
    }
}
