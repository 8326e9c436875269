package latchkey.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import latchkey.audit.AuditedChange;
import latchkey.directory.AttributeDefinition.Type;
import latchkey.settings.Secret;
import org.jspecify.annotations.Nullable;

/** A directory that lives in this JVM: for tests of everything above the port. */
public final class InMemoryDirectory implements Directory, Customers, Profiles, Passwords, SignIns, Methods, Scan {

    public static final AttributeKey CUSTOMER_NUMBER =
            new AttributeKey("extension_0123456789abcdef0123456789abcdef_CustomerNumber");
    public static final AttributeKey LOYALTY_POINTS =
            new AttributeKey("extension_0123456789abcdef0123456789abcdef_LoyaltyPoints");

    private static final List<AttributeDefinition> DEFINITIONS = List.of(
            new AttributeDefinition(AttributeKey.DISPLAY_NAME, "Display name", Type.TEXT, true, 256),
            new AttributeDefinition(AttributeKey.GIVEN_NAME, "First name", Type.TEXT, true, 64),
            new AttributeDefinition(AttributeKey.SURNAME, "Last name", Type.TEXT, true, 64),
            new AttributeDefinition(AttributeKey.MAIL, "Contact e-mail", Type.TEXT, false, 254),
            new AttributeDefinition(AttributeKey.OTHER_MAILS, "Further e-mails", Type.TEXTS, true, 250),
            new AttributeDefinition(AttributeKey.MOBILE_PHONE, "Mobile phone", Type.TEXT, true, 64),
            new AttributeDefinition(CUSTOMER_NUMBER, "Customer number", Type.TEXT, true, 250),
            new AttributeDefinition(LOYALTY_POINTS, "Loyalty points", Type.WHOLE, true, 0));

    private static final int PAGE = 3;

    private final DirectoryId id;
    private final Map<CustomerId, Customer> customers = new LinkedHashMap<>();
    private final Map<CustomerId, List<Method>> methods = new HashMap<>();
    private final Set<CustomerId> withRole = new HashSet<>();
    private final List<AuditedChange> writes = new ArrayList<>();
    private Capabilities capabilities = Capabilities.all()
            .with(CapabilityName.ADVANCED_SEARCH, new Capability.Missing("capability.advanced-search.b2c"));
    private int calls;
    private @Nullable DirectoryFailure trouble;
    private @Nullable DirectoryFailure writeTrouble;

    public InMemoryDirectory(String id) {
        this.id = new DirectoryId(id);
    }

    /** Adds a customer who signs in with that address. */
    public synchronized CustomerId add(String displayName, String email, String customerNumber) {
        var customer = new CustomerId(id, UUID.randomUUID());
        var generated = customer.objectId() + "@contoso.onmicrosoft.com";
        customers.put(
                customer,
                new Customer(
                        customer,
                        displayName,
                        true,
                        Instant.parse("2024-03-01T09:00:00Z"),
                        Instant.parse("2024-03-01T09:00:00Z"),
                        List.of(
                                new SignInName(SignInName.Kind.EMAIL, "contoso.onmicrosoft.com", email),
                                new SignInName(SignInName.Kind.GENERATED, "contoso.onmicrosoft.com", generated)),
                        Map.of(
                                AttributeKey.DISPLAY_NAME,
                                new AttributeValue.Text(displayName),
                                CUSTOMER_NUMBER,
                                new AttributeValue.Text(customerNumber))));
        return customer;
    }

    /** Puts a customer as given, new or instead of the one with that id. */
    public synchronized void put(Customer customer) {
        customers.put(customer.id(), customer);
    }

    public synchronized void giveMethods(CustomerId customer, Method... of) {
        methods.put(customer, List.of(of));
    }

    public synchronized void giveDirectoryRole(CustomerId customer) {
        withRole.add(customer);
    }

    /** Fails every call from now on; null ends the trouble. */
    public synchronized void fail(@Nullable DirectoryFailure with) {
        trouble = with;
    }

    /** Fails every write from now on, while reads are answered; null ends the trouble. */
    public synchronized void failWrites(@Nullable DirectoryFailure with) {
        writeTrouble = with;
    }

    /** The announced changes that were written, in order. */
    public synchronized List<AuditedChange> writes() {
        return List.copyOf(writes);
    }

    /** How often this directory was asked anything. */
    public synchronized int calls() {
        return calls;
    }

    /** This directory as the only one, for agents and sync alike. */
    public Directories alone() {
        return new Directories() {
            @Override
            public List<DirectoryId> all() {
                return List.of(id);
            }

            @Override
            public Optional<Directory> forAgents(DirectoryId wanted) {
                return Optional.<Directory>of(InMemoryDirectory.this).filter(any -> wanted.equals(id));
            }

            @Override
            public Optional<Directory> forSync(DirectoryId wanted) {
                return forAgents(wanted);
            }
        };
    }

    @Override
    public DirectoryId id() {
        return id;
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
        return this;
    }

    @Override
    public SignIns signIns() {
        return this;
    }

    @Override
    public Methods methods() {
        return this;
    }

    @Override
    public Scan scan() {
        return this;
    }

    @Override
    public List<AttributeDefinition> attributes() {
        return DEFINITIONS;
    }

    @Override
    public List<AttributeDefinition> identifyingAttributes() {
        return DEFINITIONS.stream()
                .filter(definition -> definition.key().equals(CUSTOMER_NUMBER))
                .toList();
    }

    @Override
    public synchronized Capabilities capabilities() {
        return capabilities;
    }

    /** Says of one thing that it cannot be done here, for that reason (a key of the message catalogue). */
    public synchronized void cannot(CapabilityName name, String reason) {
        capabilities = capabilities.with(name, new Capability.Missing(reason));
    }

    /** Says of one thing that it may be refused here, for that reason. */
    public synchronized void doubts(CapabilityName name, String reason) {
        capabilities = capabilities.with(name, new Capability.Available(reason));
    }

    @Override
    public synchronized Optional<Customer> byId(CustomerId customer) {
        answer();
        return Optional.ofNullable(customers.get(customer));
    }

    @Override
    public synchronized Matches matching(CustomerQuery query, Population among, int limit) {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("between 1 and 100");
        }
        answer();
        var found = customers.values().stream()
                .filter(matches(query))
                .filter(among::includes)
                .toList();
        return new Matches(found.stream().limit(limit).toList(), found.size() > limit);
    }

    @Override
    public boolean isDeleted(CustomerId id) {
        return false;
    }

    @Override
    public synchronized boolean holdsDirectoryRole(CustomerId customer) {
        answer();
        return withRole.contains(customer);
    }

    @Override
    public synchronized Receipt change(CustomerId customer, AttributeChanges changes, AuditedChange announced) {
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("nothing to change");
        }
        changes.values().forEach(InMemoryDirectory::check);
        return write(customer, announced, before -> changed(before, changes));
    }

    @Override
    public synchronized Receipt set(CustomerId customer, Secret password, AuditedChange announced) {
        if (password.reveal().length() < 8) {
            throw new DirectoryFailure.InvalidValue(
                    "password",
                    "The specified password does not comply with password complexity requirements.",
                    "Request_BadRequest",
                    "in-memory");
        }
        return write(customer, announced, before -> before);
    }

    @Override
    public Receipt block(CustomerId customer, AuditedChange announced) {
        return write(customer, announced, before -> with(before, false, before.sessionsValidFrom()));
    }

    @Override
    public Receipt unblock(CustomerId customer, AuditedChange announced) {
        return write(customer, announced, before -> with(before, true, before.sessionsValidFrom()));
    }

    @Override
    public Receipt revokeSessions(CustomerId customer, AuditedChange announced) {
        return write(customer, announced, before -> with(before, before.enabled(), Instant.now()));
    }

    @Override
    public synchronized List<Method> of(CustomerId customer) {
        answer();
        return methods.getOrDefault(
                customer, List.of(new Method("28c10230-6103-485e-b985-444c60001490", Method.Kind.PASSWORD, null)));
    }

    @Override
    public synchronized CustomerPage page(Set<AttributeKey> attributes, @Nullable String from) {
        answer();
        attributes.forEach(InMemoryDirectory::demandKnown);
        var begin = from == null ? 0 : Integer.parseInt(from);
        var end = Math.min(customers.size(), begin + PAGE);
        var rows = customers.values().stream().skip(begin).limit(PAGE).map(customer -> row(customer, attributes));
        return new CustomerPage(rows.toList(), end < customers.size() ? Integer.toString(end) : null);
    }

    private static void demandKnown(AttributeKey key) {
        if (DEFINITIONS.stream().noneMatch(definition -> definition.key().equals(key))) {
            throw new DirectoryFailure.InvalidValue(key.name(), "no such attribute", "Request_BadRequest", "in-memory");
        }
    }

    private static CustomerPage.Row row(Customer customer, Set<AttributeKey> attributes) {
        var wanted = new HashMap<>(customer.attributes());
        wanted.keySet().retainAll(attributes);
        return new CustomerPage.Row(customer.id(), wanted);
    }

    private synchronized Receipt write(CustomerId customer, AuditedChange announced, UnaryOperator<Customer> change) {
        answer();
        if (writeTrouble != null) {
            throw writeTrouble;
        }
        var before = customers.get(customer);
        if (before == null) {
            throw new DirectoryFailure.NotFound("no such customer", "Request_ResourceNotFound", "in-memory");
        }
        customers.put(customer, change.apply(before));
        writes.add(announced);
        return new Receipt("in-memory");
    }

    private void answer() {
        calls++;
        if (trouble != null) {
            throw trouble;
        }
    }

    private static void check(AttributeKey key, Optional<AttributeValue> value) {
        var definition =
                DEFINITIONS.stream().filter(known -> known.key().equals(key)).findFirst();
        var tooLong = value.filter(AttributeValue.Text.class::isInstance)
                .filter(text -> definition.isPresent()
                        && text.asText().length() > definition.get().maximumLength());
        var clearsName = key.equals(AttributeKey.DISPLAY_NAME) && value.isEmpty();
        if (definition.isEmpty() || tooLong.isPresent() || clearsName) {
            throw new DirectoryFailure.InvalidValue(
                    key.name(), "Invalid value specified", "Request_BadRequest", "in-memory");
        }
    }

    private static Customer changed(Customer before, AttributeChanges changes) {
        var attributes = new HashMap<>(before.attributes());
        changes.values()
                .forEach((key, value) ->
                        value.ifPresentOrElse(present -> attributes.put(key, present), () -> attributes.remove(key)));
        var name = attributes.get(AttributeKey.DISPLAY_NAME);
        return new Customer(
                before.id(),
                name == null ? "" : name.asText(),
                before.enabled(),
                before.createdAt(),
                before.sessionsValidFrom(),
                before.signInNames(),
                attributes);
    }

    private static Customer with(Customer before, boolean enabled, @Nullable Instant sessionsValidFrom) {
        return new Customer(
                before.id(),
                before.displayName(),
                enabled,
                before.createdAt(),
                sessionsValidFrom,
                before.signInNames(),
                before.attributes());
    }

    private static Predicate<Customer> matches(CustomerQuery query) {
        return customer -> switch (query) {
            case CustomerQuery.BySignInName name ->
                customer.signInNames().stream()
                        .anyMatch(known ->
                                known.kind() == name.kind() && known.value().equalsIgnoreCase(name.value()));
            case CustomerQuery.ByMailAddress mail ->
                texts(customer, AttributeKey.MAIL, AttributeKey.OTHER_MAILS)
                        .anyMatch(text -> text.equalsIgnoreCase(mail.address()));
            case CustomerQuery.ByAttribute attribute ->
                texts(customer, attribute.key()).anyMatch(attribute.value()::equals);
            case CustomerQuery.ByNamePrefix name ->
                texts(
                                customer,
                                AttributeKey.DISPLAY_NAME,
                                AttributeKey.GIVEN_NAME,
                                AttributeKey.SURNAME,
                                AttributeKey.MAIL)
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT)
                                .startsWith(name.prefix().toLowerCase(Locale.ROOT)));
        };
    }

    private static Stream<String> texts(Customer customer, AttributeKey... keys) {
        return Stream.of(keys)
                .flatMap(key -> customer.attribute(key).stream())
                .flatMap(value -> value instanceof AttributeValue.Texts several
                        ? several.texts().stream()
                        : Stream.of(value.asText()));
    }
}
