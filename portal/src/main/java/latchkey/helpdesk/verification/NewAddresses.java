package latchkey.helpdesk.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.AuditEntry;
import latchkey.audit.AuditQuestion;
import latchkey.audit.AuditReader;
import latchkey.audit.LooksBack;
import latchkey.audit.Outcome;
import latchkey.directory.ActivityLog;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.DirectoryEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Addresses that came on file a short time ago: whoever is taking an account over may have put them there, so that for
 * a while nothing that proves or opens anything goes to them.
 */
@Component
public class NewAddresses implements LooksBack {

    private static final int AT_ONCE = 200;

    private final AuditReader trail;
    private final ActivityLog log;
    private final VerificationSettings settings;
    private final Clock clock;

    NewAddresses(AuditReader trail, ActivityLog log, VerificationSettings settings, Clock clock) {
        this.trail = trail;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /** Throws {@code ADDRESS_TOO_NEW}, which says until when. */
    public void refuse(Customer customer, AddressOnFile address) {
        of(customer).waitsUntil(address).ifPresent(until -> {
            throw new ProblemException(Problem.ADDRESS_TOO_NEW, Map.of("until", until));
        });
    }

    /** What is known of all addresses of a customer, looked up once. */
    public Known of(Customer customer) {
        var since = clock.instant().minus(settings.newAddressWaits());
        return new Known(entries(customer.id(), since), changesByOthers(customer.id(), since));
    }

    @Override
    public Stream<Reach> reaches() {
        return Stream.of(new Reach("latchkey.verification.new-address-waits", settings.newAddressWaits()));
    }

    private List<AuditEntry> entries(CustomerId customer, Instant since) {
        var entries = new ArrayList<AuditEntry>();
        @Nullable Long before = null;
        do {
            var page =
                    trail.read(new AuditQuestion(customer.subject(), null, null, null, since, null, before, AT_ONCE));
            page.entries().stream()
                    .filter(NewAddresses::mayHaveHappened)
                    .filter(entry -> entry.at().isAfter(since))
                    .forEach(entries::add);
            before = page.before();
        } while (before != null);
        return entries;
    }

    private static boolean mayHaveHappened(AuditEntry entry) {
        var outcome = entry.outcome();
        return entry.announced() && (outcome == null || outcome.result() != Outcome.Result.FAILED);
    }

    private List<DirectoryEvent> changesByOthers(CustomerId customer, Instant since) {
        return log.changesSince(customer, since).stream()
                .filter(event -> event.by().kind() != DirectoryEvent.Kind.LATCHKEY)
                .filter(event -> event.at().isAfter(since))
                .toList();
    }

    /** What was changed at the addresses of one customer within the time that new ones wait. */
    public final class Known {

        private final List<AuditEntry> ours;
        private final List<DirectoryEvent> others;

        private Known(List<AuditEntry> ours, List<DirectoryEvent> others) {
            this.ours = List.copyOf(ours);
            this.others = List.copyOf(others);
        }

        /** Until when nothing goes to that address; empty when it has been on file long enough in any place. */
        public Optional<Instant> waitsUntil(AddressOnFile address) {
            var since = address.places().stream()
                    .map(place -> newSince(place, address))
                    .toList();
            return since.stream().anyMatch(Optional::isEmpty)
                    ? Optional.empty()
                    : since.stream()
                            .flatMap(Optional::stream)
                            .min(Comparator.naturalOrder())
                            .map(first -> first.plus(settings.newAddressWaits()));
        }

        private Optional<Instant> newSince(AddressPlace place, AddressOnFile address) {
            var brought = ours.stream()
                    .filter(entry -> place.isBroughtBy(entry.announcement(), entry.erased(), address.address()))
                    .map(AuditEntry::at);
            var changed = others.stream().filter(place::isChangedBy).map(DirectoryEvent::at);
            return Stream.concat(brought, changed).max(Comparator.naturalOrder());
        }
    }
}
