package latchkey.oversight;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import latchkey.access.Agent;
import latchkey.audit.AuditEntry;
import latchkey.audit.AuditPage;
import latchkey.audit.AuditQuestion;
import latchkey.audit.AuditReader;
import latchkey.audit.Subject;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.population.Populations;
import org.springframework.stereotype.Component;

/** The trail as far as it is about customers whom the reader sees, or about none. */
@Component
class SeenTrail {

    private final AuditReader trail;
    private final Populations populations;

    SeenTrail(AuditReader trail, Populations populations) {
        this.trail = trail;
        this.populations = populations;
    }

    /** A page with fewer entries when some are about customers outside. */
    AuditPage read(Agent reader, AuditQuestion question) {
        var page = trail.read(question);
        return reader.seesEveryone() ? page : new AuditPage(seen(reader, page.entries()), page.before());
    }

    Optional<AuditEntry> byId(Agent reader, UUID id) {
        return trail.byId(id)
                .filter(entry ->
                        reader.seesEveryone() || !seen(reader, List.of(entry)).isEmpty());
    }

    private List<AuditEntry> seen(Agent reader, List<AuditEntry> entries) {
        var customers =
                entries.stream().flatMap(entry -> customer(entry).stream()).toList();
        var seen = populations.seen(reader, customers);
        return entries.stream().filter(entry -> isSeen(entry, seen)).toList();
    }

    private static boolean isSeen(AuditEntry entry, Set<CustomerId> seen) {
        return entry.announcement().subject() == null
                || customer(entry).filter(seen::contains).isPresent();
    }

    private static Optional<CustomerId> customer(AuditEntry entry) {
        return Optional.ofNullable(entry.announcement().subject()).flatMap(SeenTrail::customer);
    }

    private static Optional<CustomerId> customer(Subject subject) {
        try {
            return Optional.of(CustomerId.of(subject.directory(), subject.id()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
