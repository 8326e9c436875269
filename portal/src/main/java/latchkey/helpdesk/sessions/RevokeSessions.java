package latchkey.helpdesk.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import latchkey.access.Permission;
import latchkey.audit.AuditedChange;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import latchkey.directory.Receipt;
import latchkey.helpdesk.action.Attempt;
import latchkey.helpdesk.action.Effect;
import latchkey.helpdesk.action.Expected;
import latchkey.helpdesk.action.OpenAction;
import latchkey.helpdesk.action.Plan;
import latchkey.helpdesk.approval.Leave;
import org.springframework.stereotype.Component;

/** Ends the customer's sessions; it protects the customer, so it asks for no proof of who is calling. */
@Component
class RevokeSessions implements OpenAction<RevokeSessions.All> {

    static final String NAME = "revoke-sessions";

    /** There is nothing to choose: all sessions end. */
    record All() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Permission permission() {
        return Permission.REVOKE_SESSIONS;
    }

    @Override
    public Optional<Directory.CapabilityName> capability() {
        return Optional.of(Directory.CapabilityName.REVOKE_SESSIONS);
    }

    @Override
    public Map<String, String> shown(Customer customer) {
        return Map.of();
    }

    @Override
    public Set<Effect> effects() {
        return Set.of(Effect.SESSIONS);
    }

    @Override
    public Plan plan(Directory directory, Customer customer, All all) {
        var endedBefore = Objects.requireNonNullElse(customer.sessionsValidFrom(), Instant.EPOCH);
        return new Plan(
                new TreeMap<>(), new TreeMap<>(), Map.of(), List.of(new Expected.OfSessions(endedBefore)), null);
    }

    @Override
    public Receipt act(Attempt<All> attempt, Leave leave, AuditedChange announced) {
        return attempt.directory().signIns().revokeSessions(attempt.customer().id(), announced);
    }
}
