package latchkey.access.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import latchkey.access.AccessSettings;
import latchkey.access.Agent;
import latchkey.access.Colleagues;
import latchkey.access.employees.RoleLookUp;
import latchkey.access.employees.RoleLookUp.Claims;
import latchkey.access.employees.SignedIn;
import org.springframework.stereotype.Component;

/** Makes agents of employees by the roles they have now, and remembers for their colleagues who is here. */
@Component
class KnownAgents implements Colleagues {

    /** Someone at work is not written down at every request. */
    private static final Duration NOTED_EVERY = Duration.ofSeconds(30);

    private final Map<String, Noted> noted = new ConcurrentHashMap<>();

    private final Roles roles;
    private final RoleLookUp lookUp;
    private final AgentRows rows;
    private final AccessSettings settings;
    private final Clock clock;

    KnownAgents(Roles roles, RoleLookUp lookUp, AgentRows rows, AccessSettings settings, Clock clock) {
        this.roles = roles;
        this.lookUp = lookUp;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** The employee whose request this is. */
    AgentToken arrived(SignedIn employee) {
        var token = token(employee);
        if (!token.getPrincipal().roles().isEmpty()) {
            note(employee, token.getPrincipal());
        }
        return token;
    }

    void left(Agent agent) {
        noted.remove(agent.key());
        rows.signOut(agent.key());
    }

    @Override
    public Optional<Agent> now(String key) {
        return rows.byKey(key).map(this::token).map(AgentToken::getPrincipal).filter(KnownAgents::hasRole);
    }

    @Override
    public List<Agent> atWork() {
        return rows.seenSince(clock.instant().minus(settings.idle())).stream()
                .map(this::token)
                .map(AgentToken::getPrincipal)
                .filter(KnownAgents::hasRole)
                .toList();
    }

    private AgentToken token(SignedIn employee) {
        return switch (lookUp.claims(employee)) {
            case Claims.Known(var values) -> AgentToken.of(employee, roles.agent(employee, values));
            case Claims.Unknown() -> AgentToken.unknown(employee, roles.agent(employee, Set.of()));
        };
    }

    private void note(SignedIn employee, Agent agent) {
        var now = clock.instant();
        var last = noted.get(agent.key());
        if (last == null || !last.says(employee) || last.at().plus(NOTED_EVERY).isBefore(now)) {
            rows.note(agent.key(), employee, now);
            noted.put(agent.key(), new Noted(employee.claims(), now));
        }
    }

    private static boolean hasRole(Agent agent) {
        return !agent.roles().isEmpty();
    }

    private record Noted(Set<String> claims, Instant at) {

        boolean says(SignedIn employee) {
            return claims.equals(employee.claims());
        }
    }
}
