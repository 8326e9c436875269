package latchkey.directory.graph;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.Capabilities;
import latchkey.directory.Customers;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryId;
import latchkey.directory.DirectoryKind;
import latchkey.directory.DirectorySettings;
import latchkey.directory.Methods;
import latchkey.directory.Passwords;
import latchkey.directory.Profiles;
import latchkey.directory.Scan;
import latchkey.directory.SignIns;

/** A directory of customers behind Microsoft Graph, as one app registration reaches it. */
final class GraphDirectory implements Directory {

    private static final Duration TENANT_KEEPS = Duration.ofHours(6);
    private static final Duration CAPABILITIES_KEEP = Duration.ofHours(6);

    // After a 403 they are found out again, but not for each of many.
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(5);
    private static final Duration SCHEMA_KEEPS = Duration.ofMinutes(10);

    private final DirectoryId id;
    private final DirectorySettings settings;
    private final GraphClient graph;
    private final Remembered<Tenant> tenant;
    private final Remembered<Schema> schema;
    private final Remembered<Capabilities> capabilities;
    private final Customers customers;
    private final Profiles profiles;
    private final Passwords passwords;
    private final SignIns signIns;
    private final Methods methods;
    private final Scan scan;

    GraphDirectory(DirectoryId id, DirectorySettings settings, GraphClient graph, Tokens tokens, Clock clock) {
        this.id = id;
        this.settings = settings;
        this.graph = graph;
        var customAttributes = new CustomAttributes(graph);
        this.tenant = new Remembered<>(TENANT_KEEPS, () -> Tenant.ask(graph), clock);
        this.schema = new Remembered<>(SCHEMA_KEEPS, () -> Schema.of(customAttributes.discover(), settings), clock);
        var discovery = new Discovery(graph, tokens, tenant::get);
        this.capabilities = new Remembered<>(CAPABILITIES_KEEP, discovery::ask, clock);
        graph.whenDenied(() -> capabilities.ageBy(AFTER_REFUSAL));
        this.customers = new GraphCustomers(id, graph, schema::get, tenant::get);
        this.profiles = new GraphProfiles(id, graph, schema::get);
        this.passwords = new GraphPasswords(id, graph);
        this.signIns = new GraphSignIns(id, graph);
        this.methods = new GraphMethods(id, graph);
        this.scan = new GraphScan(id, graph.inLane(Lane.SCAN), schema::get);
    }

    private GraphDirectory(GraphDirectory other, GraphClient graph) {
        this.id = other.id;
        this.settings = other.settings;
        this.graph = graph;
        this.tenant = other.tenant;
        this.schema = other.schema;
        this.capabilities = other.capabilities;
        this.customers = new GraphCustomers(id, graph, schema::get, tenant::get);
        this.profiles = new GraphProfiles(id, graph, schema::get);
        this.passwords = new GraphPasswords(id, graph);
        this.signIns = new GraphSignIns(id, graph);
        this.methods = new GraphMethods(id, graph);
        this.scan = other.scan;
    }

    /** The same directory for calls that are more or less urgent; what is known of it is shared. */
    GraphDirectory inLane(Lane lane) {
        return new GraphDirectory(this, graph.inLane(lane));
    }

    /** Asks now for what every call needs, so that the first agent does not wait for it. */
    void prepare() {
        tenant.get();
        schema.get();
        capabilities.get();
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
    public Scan scan() {
        return scan;
    }

    @Override
    public List<AttributeDefinition> attributes() {
        return schema.get().definitions();
    }

    @Override
    public List<AttributeDefinition> identifyingAttributes() {
        return schema.get().identifying();
    }

    // A directory that does not answer now may still do everything.
    @Override
    public Capabilities capabilities() {
        try {
            return capabilities.get();
        } catch (DirectoryFailure e) {
            return Capabilities.unknown("capability.unknown");
        }
    }
}
