package latchkey.helpdesk.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.AuditEntry;
import latchkey.audit.AuditQuestion;
import latchkey.audit.AuditReader;
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
public class NewAddresses {

    private static final int AT_ONCE = 200;

    /** How the directory's log names the places of addresses (facts §7.1). */
    private static final Map<AddressPlace, Set<String>> LOGGED_AS = Map.of(
            AddressPlace.MAIL, Set.of("mail"),
            AddressPlace.OTHER_MAILS, Set.of("othermail", "othermails"),
            AddressPlace.SIGN_IN_NAMES, Set.of("identities", "signinnames", "signinname"));

    private final AuditReader trail;
    private final ActivityLog log;
    private final AddressesOnFile addresses;
    private final VerificationSettings settings;
    private final Clock clock;

    NewAddresses(
            AuditReader trail, ActivityLog log, AddressesOnFile addresses, VerificationSettings settings, Clock clock) {
        this.trail = trail;
        this.log = log;
        this.addresses = addresses;
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
        return new Known(customer, entries(customer.id(), since), changesByOthers(customer.id(), since));
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

        private final Customer customer;
        private final List<AuditEntry> ours;
        private final List<DirectoryEvent> others;

        private Known(Customer customer, List<AuditEntry> ours, List<DirectoryEvent> others) {
            this.customer = customer;
            this.ours = List.copyOf(ours);
            this.others = List.copyOf(others);
        }

        /** Until when nothing goes to that address; empty when it has been on file long enough in any place. */
        public Optional<Instant> waitsUntil(AddressOnFile address) {
            var since = addresses.places(customer, address).stream()
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
                    .filter(entry -> brings(entry, place, folded(address.address())))
                    .map(AuditEntry::at);
            var changed = others.stream()
                    .filter(event -> event.changed().stream().anyMatch(name -> isNamed(place, name)))
                    .map(DirectoryEvent::at);
            return Stream.concat(brought, changed).max(Comparator.naturalOrder());
        }

        private static boolean isNamed(AddressPlace place, String property) {
            return Objects.requireNonNull(LOGGED_AS.get(place)).contains(folded(property));
        }

        /** When the customer's key was destroyed, only the names of what was changed are left: any address may be new. */
        private static boolean brings(AuditEntry entry, AddressPlace place, String address) {
            var values = entry.announcement().personal();
            if (entry.erased()) {
                return listed(entry.announcement().facts().get("attributes")).contains(folded(place.attribute()));
            }
            return listed(value(values, place, "after")).contains(address)
                    && !listed(value(values, place, "before")).contains(address);
        }

        /** An agent's change names its values the one way round, the contact sync's the other. */
        private static @Nullable String value(Map<String, String> values, AddressPlace place, String when) {
            var byAgent = values.get(place.attribute() + "." + when);
            return byAgent == null ? values.get(when + "." + place.attribute()) : byAgent;
        }

        private static List<String> listed(@Nullable String texts) {
            return texts == null
                    ? List.of()
                    : Arrays.stream(texts.split("[,\\s]+"))
                            .map(NewAddresses::folded)
                            .toList();
        }
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
