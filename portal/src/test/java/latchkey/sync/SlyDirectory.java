package latchkey.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import latchkey.audit.AuditedChange;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeDefinition.Type;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Capabilities;
import latchkey.directory.Customer;
import latchkey.directory.CustomerId;
import latchkey.directory.CustomerQuery;
import latchkey.directory.Customers;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryId;
import latchkey.directory.DirectoryKind;
import latchkey.directory.Matches;
import latchkey.directory.Methods;
import latchkey.directory.Passwords;
import latchkey.directory.Population;
import latchkey.directory.Profiles;
import latchkey.directory.Receipt;
import latchkey.directory.Scan;
import latchkey.directory.SignIns;

/** A directory that lags, loses answers and writes late, as far as the facts allow it to (facts §11, §12). */
final class SlyDirectory implements Directory, Directories, Customers, Profiles {

    static final DirectoryId ID = new DirectoryId("contoso");

    private static final List<AttributeDefinition> ATTRIBUTES = List.of(
            text("givenName", 64),
            text("surname", 64),
            text("displayName", 256),
            text("mail", 254),
            text("mobilePhone", 64),
            new AttributeDefinition(AttributeKey.OTHER_MAILS, "Further e-mails", Type.TEXTS, true, 250),
            new AttributeDefinition(
                    new AttributeKey("extension_0_LoyaltyPoints"), "Loyalty points", Type.WHOLE, true, 0));

    private final SettableClock clock;
    private final Map<UUID, TreeMap<Instant, Map<AttributeKey, AttributeValue>>> versions = new HashMap<>();
    private final List<LateWrite> late = new ArrayList<>();
    private final Deque<Mischief> mischief = new ArrayDeque<>();
    Duration lag = Duration.ZERO;
    int writes;
    int reads;

    SlyDirectory(SettableClock clock) {
        this.clock = clock;
    }

    /** What happens to the next write. */
    sealed interface Mischief {

        /** It is applied, but the answer is lost. */
        record AnswerLost() implements Mischief {}

        /** The connection breaks; it is applied later, also over newer writes. */
        record AppliedLate(Duration after) implements Mischief {}

        /** The connection breaks; it is never applied. */
        record NeverApplied() implements Mischief {}

        /** It is answered so. */
        record Refused(DirectoryFailure failure) implements Mischief {}

        /** Nothing happens to it. */
        record None() implements Mischief {}
    }

    private record LateWrite(Instant at, UUID customer, AttributeChanges changes) {}

    void next(Mischief... next) {
        mischief.addAll(List.of(next));
    }

    void add(UUID customer) {
        versions.computeIfAbsent(customer, fresh -> new TreeMap<>()).put(Instant.EPOCH, Map.of());
    }

    /** Somebody else gives the customer such a list. */
    void set(UUID customer, String attribute, String... values) {
        var key = new AttributeKey(attribute);
        apply(
                customer,
                new AttributeChanges(Map.of(key, Optional.of(new AttributeValue.Texts(List.of(values))))),
                clock.instant());
    }

    /** What the customer really has, late writes that are due included. */
    Map<String, String> truth(UUID customer) {
        carryOutLateWrites();
        return texts(versions.get(customer).lastEntry().getValue());
    }

    @Override
    public Optional<Customer> byId(CustomerId id) {
        reads++;
        carryOutLateWrites();
        var history = versions.get(id.objectId());
        return history == null
                ? Optional.empty()
                : Optional.of(customer(
                        id, history.floorEntry(clock.instant().minus(lag)).getValue()));
    }

    @Override
    public Receipt change(CustomerId id, AttributeChanges changes, AuditedChange announced) {
        writes++;
        var prank = mischief.isEmpty() ? new Mischief.None() : mischief.poll();
        switch (prank) {
            case Mischief.None none -> write(id.objectId(), changes);
            case Mischief.AnswerLost lost -> {
                write(id.objectId(), changes);
                throw unknown();
            }
            case Mischief.AppliedLate applied -> {
                late.add(new LateWrite(clock.instant().plus(applied.after()), id.objectId(), changes));
                throw unknown();
            }
            case Mischief.NeverApplied never -> throw unknown();
            case Mischief.Refused refused -> throw refused.failure();
        }
        return new Receipt("request");
    }

    private void carryOutLateWrites() {
        for (var write : List.copyOf(late)) {
            if (!write.at().isAfter(clock.instant())) {
                late.remove(write);
                apply(write.customer(), write.changes(), write.at());
            }
        }
    }

    private void write(UUID customer, AttributeChanges changes) {
        carryOutLateWrites();
        apply(customer, changes, clock.instant());
    }

    private void apply(UUID customer, AttributeChanges changes, Instant at) {
        var history = versions.get(customer);
        var values = new HashMap<>(history.lastEntry().getValue());
        changes.values()
                .forEach((key, value) -> value.ifPresentOrElse(v -> values.put(key, v), () -> values.remove(key)));
        history.put(at.isBefore(history.lastKey()) ? history.lastKey() : at, Map.copyOf(values));
    }

    private static AttributeDefinition text(String name, int longest) {
        return new AttributeDefinition(new AttributeKey(name), name, Type.TEXT, true, longest);
    }

    private static DirectoryFailure unknown() {
        return new DirectoryFailure.OutcomeUnknown("connection reset", null, null, null);
    }

    private static Customer customer(CustomerId id, Map<AttributeKey, AttributeValue> values) {
        return new Customer(id, "Somebody", true, null, null, List.of(), values);
    }

    private static Map<String, String> texts(Map<AttributeKey, AttributeValue> values) {
        var texts = new TreeMap<String, String>();
        values.forEach((key, value) -> texts.put(key.name(), value.asText()));
        return texts;
    }

    @Override
    public List<DirectoryId> all() {
        return List.of(ID);
    }

    @Override
    public Optional<Directory> forAgents(DirectoryId id) {
        return Optional.of(this);
    }

    @Override
    public Optional<Directory> forSync(DirectoryId id) {
        return Optional.of(this);
    }

    @Override
    public DirectoryId id() {
        return ID;
    }

    @Override
    public String name() {
        return "Contoso Customers";
    }

    @Override
    public DirectoryKind kind() {
        return DirectoryKind.AZURE_AD_B2C;
    }

    @Override
    public Customers customers() {
        return this;
    }

    @Override
    public Profiles profiles() {
        return this;
    }

    @Override
    public Passwords passwords() {
        throw new UnsupportedOperationException("the sync changes profiles only");
    }

    @Override
    public SignIns signIns() {
        throw new UnsupportedOperationException("the sync changes profiles only");
    }

    @Override
    public Scan scan() {
        throw new UnsupportedOperationException("the sync changes profiles only");
    }

    @Override
    public Methods methods() {
        throw new UnsupportedOperationException("the sync changes profiles only");
    }

    @Override
    public List<AttributeDefinition> attributes() {
        return ATTRIBUTES;
    }

    @Override
    public List<AttributeDefinition> identifyingAttributes() {
        return List.of();
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.all();
    }

    @Override
    public Matches matching(CustomerQuery query, Population among, int limit) {
        return new Matches(
                versions.entrySet().stream()
                        .filter(known -> query instanceof CustomerQuery.ByMailAddress wanted
                                && wanted.address()
                                        .equals(texts(known.getValue()
                                                        .lastEntry()
                                                        .getValue())
                                                .get("mail")))
                        .limit(limit)
                        .map(known -> customer(new CustomerId(ID, known.getKey()), Map.of()))
                        .toList(),
                false);
    }

    @Override
    public boolean isDeleted(CustomerId id) {
        return false;
    }

    @Override
    public boolean holdsDirectoryRole(CustomerId id) {
        return false;
    }
}
