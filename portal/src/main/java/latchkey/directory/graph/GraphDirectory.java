package latchkey.directory.graph;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.Customers;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryId;
import latchkey.directory.DirectoryKind;
import latchkey.directory.DirectorySettings;
import latchkey.directory.Methods;
import latchkey.directory.Passwords;
import latchkey.directory.Profiles;
import latchkey.directory.SignIns;

/** A directory of customers behind Microsoft Graph, as one app registration reaches it. */
final class GraphDirectory implements Directory {

    private static final Duration TENANT_KEEPS = Duration.ofHours(6);
    private static final Duration SCHEMA_KEEPS = Duration.ofMinutes(10);

    private final DirectoryId id;
    private final DirectorySettings settings;
    private final Remembered<Tenant> tenant;
    private final Remembered<Schema> schema;
    private final Customers customers;
    private final Profiles profiles;
    private final Passwords passwords;
    private final SignIns signIns;
    private final Methods methods;

    GraphDirectory(DirectoryId id, DirectorySettings settings, GraphClient graph, Clock clock) {
        this.id = id;
        this.settings = settings;
        var customAttributes = new CustomAttributes(graph);
        this.tenant = new Remembered<>(TENANT_KEEPS, () -> Tenant.ask(graph), clock);
        this.schema = new Remembered<>(SCHEMA_KEEPS, () -> Schema.of(customAttributes.discover(), settings), clock);
        this.customers = new GraphCustomers(id, graph, schema::get, tenant::get);
        this.profiles = new GraphProfiles(id, graph, schema::get);
        this.passwords = new GraphPasswords(id, graph);
        this.signIns = new GraphSignIns(id, graph);
        this.methods = new GraphMethods(id, graph);
    }

    /** Asks now for what every call needs, so that the first agent does not wait for it. */
    void prepare() {
        tenant.get();
        schema.get();
    }

    @Override
    public DirectoryId id() {
        return id;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public DirectoryKind kind() {
        return tenant.get().kind();
    }

    @Override
    public Customers customers() {
        return customers;
    }

    @Override
    public Profiles profiles() {
        return profiles;
    }

    @Override
    public Passwords passwords() {
        return passwords;
    }

    @Override
    public SignIns signIns() {
        return signIns;
    }

    @Override
    public Methods methods() {
        return methods;
    }

    @Override
    public List<AttributeDefinition> attributes() {
        return schema.get().definitions();
    }

    @Override
    public List<AttributeDefinition> identifyingAttributes() {
        return schema.get().identifying();
    }

    // Advanced queries are switched off in B2C and not promised in External ID (facts §0, fact 2; §18).
    @Override
    public Capability capability(CapabilityName name) {
        var missing = name == CapabilityName.ADVANCED_SEARCH && kind() != DirectoryKind.WORKFORCE;
        return missing ? new Capability.Missing("capability.advanced-search.missing") : new Capability.Available();
    }
}
