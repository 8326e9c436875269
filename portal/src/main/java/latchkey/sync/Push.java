package latchkey.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import latchkey.audit.Actor;
import latchkey.audit.Announcement;
import latchkey.audit.AuditUnavailable;
import latchkey.audit.AuditedChange;
import latchkey.audit.Outcome;
import latchkey.audit.Trail;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.Receipt;
import latchkey.sync.dataverse.Contact;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings one customer into step with their contact: read, compare, announce, write the differences, record. */
@Component
class Push {

    private static final Logger LOG = LoggerFactory.getLogger(Push.class);
    private static final Actor SYNC = Actor.system("sync");

    /** A write that begins so shortly before the lease ends might still run when another worker begins. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(40);

    /** How often a contact may be read older than what was applied before the older one is the truth. */
    private static final int OLDER_READS = 4;

    private final Directories directories;
    private final Mappings mappings;
    private final Memory memory;
    private final Guards guards;
    private final Standings standings;
    private final Trail trail;
    private final ReadBack readBack;
    private final SyncSettings settings;
    private final Clock clock;

    Push(
            Directories directories,
            Mappings mappings,
            Memory memory,
            Guards guards,
            Standings standings,
            Trail trail,
            ReadBack readBack,
            SyncSettings settings,
            Clock clock) {
        this.directories = directories;
        this.mappings = mappings;
        this.memory = memory;
        this.guards = guards;
        this.standings = standings;
        this.trail = trail;
        this.readBack = readBack;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One attempt.
     *
     * @param contact as read after the row was claimed, null when there is none
     */
    Verdict attempt(Claimed row, @Nullable Contact contact) {
        try {
            return contact == null ? new Verdict.NotLinked(Reason.CONTACT_GONE) : linked(row, contact);
        } catch (DirectoryFailure failure) {
            return Failures.verdict(failure);
        } catch (Mapping.Unfit unfit) {
            return new Verdict.Hopeless(new Verdict.Trouble(Reason.INVALID_VALUE, unfit.getMessage(), null));
        } catch (AuditUnavailable e) {
            return later(Reason.AUDIT_UNAVAILABLE, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Contact {} of {} could not be worked on", row.contact(), row.directory(), e);
            return later(Reason.DEFECT, e.getClass().getSimpleName());
        }
    }

    private Verdict linked(Claimed row, Contact contact) {
        return switch (Link.of(contact)) {
            case Link.ToNobody nobody -> new Verdict.NotLinked(nobody.reason());
            case Link.ToCustomer linked ->
                isOlder(row, contact)
                        ? later(Reason.OLDER_THAN_APPLIED, null)
                        : withDirectory(row, contact, linked.objectId());
        };
    }

    /** A lower version is a stale read, unless the environment was restored: then it stays, or is saved later. */
    private static boolean isOlder(Claimed row, Contact contact) {
        return row.version() != null
                && row.savedAt() != null
                && contact.version() < row.version()
                && !contact.savedAt().isAfter(row.savedAt())
                && row.attempts() < OLDER_READS;
    }

    private Verdict withDirectory(Claimed row, Contact contact, UUID objectId) {
        var directory = row.lane() == SyncLane.BULK
                ? directories.forBulk(row.directory())
                : directories.forSync(row.directory());
        if (directory.isEmpty()) {
            return new Verdict.Hopeless(new Verdict.Trouble(Reason.DIRECTORY_UNKNOWN, null, null));
        }
        var id = new CustomerId(row.directory(), objectId);
        var customer = directory.get().customers().byId(id);
        return customer.isEmpty() ? missing(row) : compared(row, contact, directory.get(), customer.get());
    }

    /** A customer who signed up seconds ago may not be shown yet (facts §11). */
    private Verdict missing(Claimed row) {
        var since = Objects.requireNonNullElse(row.waitingSince(), row.claimedAt());
        var shownBy = since.plus(settings.replicationWindow());
        return shownBy.isAfter(clock.instant())
                ? new Verdict.Later(
                        new Verdict.Trouble(Reason.NO_SUCH_CUSTOMER, null, null),
                        Duration.between(clock.instant(), shownBy).dividedBy(4).plusMillis(100),
                        false)
                : new Verdict.NotLinked(Reason.NO_SUCH_CUSTOMER);
    }

    private Verdict compared(Claimed row, Contact contact, Directory directory, Customer customer) {
        var desired = mappings.of(row.directory())
                .desired(
                        contact,
                        directory,
                        customer,
                        (key, value) -> memory.isOurs(row.directory(), row.contact(), key, value));
        // a lagging read may hide our own last write: then every value is sent, not only those that seem to differ
        var changes = readBack.believes(row) ? Mapping.differences(desired, customer) : desired;
        if (changes.isEmpty()) {
            return Verdict.InStep.already(contact, customer.id().objectId());
        }
        var differences = shown(desired, customer);
        if (!standings.lately(row.directory()).live()) {
            return differences.isEmpty()
                    ? Verdict.InStep.already(contact, customer.id().objectId())
                    : new Verdict.Watched(contact, customer.id().objectId(), differences);
        }
        if (row.isRejected(contact)) {
            return new Verdict.Rejected(contact, customer.id().objectId());
        }
        var judgement = guards.judge(row, contact, directory, customer, changes);
        return judgement
                .hold()
                .<Verdict>map(hold ->
                        new Verdict.Held(contact, customer.id().objectId(), hold, differences, judgement.news()))
                .orElseGet(() -> announced(row, contact, directory, customer, changes, judgement.news()));
    }

    private Verdict announced(
            Claimed row,
            Contact contact,
            Directory directory,
            Customer customer,
            AttributeChanges changes,
            List<Change> news) {
        CrashPoint.BEFORE_ANNOUNCE.hit();
        var announced = trail.announce(announcement(contact, customer, changes));
        CrashPoint.AFTER_ANNOUNCE_BEFORE_PATCH.hit();
        return written(row, contact, directory, customer.id(), changes, news, announced);
    }

    private Verdict written(
            Claimed row,
            Contact contact,
            Directory directory,
            CustomerId id,
            AttributeChanges changes,
            List<Change> news,
            AuditedChange announced) {
        if (clock.instant().plus(LONGEST_CALL).isAfter(row.leaseEnd())) {
            trail.record(announced, Outcome.failed("lease-over", null));
            return new Verdict.Abandoned();
        }
        try {
            var receipt = directory.profiles().change(id, changes, announced);
            CrashPoint.AFTER_PATCH_BEFORE_RECORD.hit();
            return done(contact, id, news, announced, receipt);
        } catch (DirectoryFailure.OutcomeUnknown unknown) {
            trail.record(announced, Outcome.unknown("outcome-unknown", unknown.requestId()));
            return new Verdict.Unknown(Failures.trouble(unknown), id.objectId(), contact.version(), news);
        } catch (DirectoryFailure failure) {
            trail.record(
                    announced, Outcome.failed(Failures.trouble(failure).reason().key(), failure.requestId()));
            throw failure;
        }
    }

    private Verdict done(Contact contact, CustomerId id, List<Change> news, AuditedChange announced, Receipt receipt) {
        trail.record(announced, Outcome.done(receipt.requestId()));
        return new Verdict.InStep(contact, id.objectId(), true, news);
    }

    /** How the customer differs, by attribute; never the values. */
    static Map<String, String> shown(AttributeChanges desired, Customer customer) {
        var kinds = new TreeMap<String, String>();
        Mapping.differences(desired, customer)
                .values()
                .forEach((key, value) -> kinds.put(key.name(), kind(customer.attribute(key), value)));
        return kinds;
    }

    private static String kind(Optional<AttributeValue> before, Optional<AttributeValue> after) {
        return after.isEmpty() ? "clear" : before.isEmpty() ? "set" : "change";
    }

    private static Announcement announcement(Contact contact, Customer customer, AttributeChanges changes) {
        var facts = Map.of(
                "contact", contact.id().toString(),
                "version", Long.toString(contact.version()),
                "attributes",
                        changes.values().keySet().stream()
                                .map(AttributeKey::name)
                                .sorted()
                                .collect(Collectors.joining(" ")));
        return new Announcement(
                SYNC,
                "sync-contact",
                customer.id().subject(),
                null,
                null,
                null,
                facts,
                beforeAndAfter(customer, changes));
    }

    private static Map<String, String> beforeAndAfter(Customer customer, AttributeChanges changes) {
        var values = new HashMap<String, String>();
        changes.values().forEach((key, value) -> {
            customer.attribute(key).ifPresent(before -> values.put("before." + key, before.asText()));
            value.map(AttributeValue::asText).ifPresent(after -> values.put("after." + key, after));
        });
        return values;
    }

    private static Verdict later(Reason reason, @Nullable String words) {
        return new Verdict.Later(new Verdict.Trouble(reason, words, null), Duration.ZERO, true);
    }
}
