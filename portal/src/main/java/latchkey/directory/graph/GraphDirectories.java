package latchkey.directory.graph;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import latchkey.directory.Directories;
import latchkey.directory.DirectoriesSettings;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.DirectoryId;
import latchkey.directory.DirectorySettings;
import latchkey.directory.DirectorySettings.AppRegistration;
import latchkey.directory.activity.LogSource;
import latchkey.directory.activity.LogSources;
import latchkey.directory.graph.quota.Governors;
import latchkey.tracing.Spans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The directories of the settings, each reached with one app registration for agents and one for the sync. */
@Component
@EnableConfigurationProperties(DirectoriesSettings.class)
final class GraphDirectories implements Directories, LogSources, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(GraphDirectories.class);

    private final Clock clock;
    private final MeterRegistry meters;
    private final Governors governors;
    private final Spans spans;
    private final Wire agentsWire = new Wire();
    private final Wire syncWire = new Wire();
    private final Map<DirectoryId, GraphDirectory> forAgents = new LinkedHashMap<>();
    private final Map<DirectoryId, GraphDirectory> forSync = new LinkedHashMap<>();
    private final Map<DirectoryId, GraphDirectory> forBulk = new LinkedHashMap<>();
    private final Map<DirectoryId, GraphLog> logs = new LinkedHashMap<>();

    GraphDirectories(
            DirectoriesSettings settings,
            Clock clock,
            ObjectProvider<MeterRegistry> meters,
            Governors governors,
            Spans spans) {
        this.clock = clock;
        this.spans = spans;
        this.governors = governors;
        this.meters = meters.getIfAvailable(SimpleMeterRegistry::new);
        settings.directories().forEach((name, directory) -> add(new DirectoryId(name), directory));
    }

    @Override
    public List<DirectoryId> all() {
        return List.copyOf(forAgents.keySet());
    }

    @Override
    public Optional<Directory> forAgents(DirectoryId id) {
        return Optional.ofNullable(forAgents.get(id));
    }

    @Override
    public Optional<Directory> forSync(DirectoryId id) {
        return Optional.ofNullable(forSync.get(id));
    }

    @Override
    public Optional<Directory> forBulk(DirectoryId id) {
        return Optional.ofNullable(forBulk.get(id));
    }

    @Override
    public Optional<LogSource> log(DirectoryId id) {
        return Optional.ofNullable(logs.get(id));
    }

    /** Fetches tokens and attributes while nobody waits; a directory that is down now is asked again when needed. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        Stream.concat(forAgents.values().stream(), forSync.values().stream())
                .forEach(directory -> Thread.ofVirtual().name("preparing").start(() -> prepare(directory)));
    }

    @Override
    public void destroy() throws IOException {
        agentsWire.close();
        syncWire.close();
    }

    private static void prepare(GraphDirectory directory) {
        try {
            directory.prepare();
        } catch (DirectoryFailure e) {
            LOG.warn("Directory {} does not answer yet: {} {}", directory.id(), e.code(), e.getMessage());
        }
    }

    private void add(DirectoryId id, DirectorySettings settings) {
        var agents = reach(id, settings, settings.agents(), Lane.AGENT, agentsWire);
        var own = new LinkedHashMap<AppRegistration, GraphClient>();
        own.put(settings.agents(), agents.graph());
        forAgents.put(id, agents.directory());
        var registration = settings.sync();
        if (registration != null) {
            var sync = reach(id, settings, registration, Lane.SYNC, syncWire);
            own.put(registration, sync.graph());
            forSync.put(id, sync.directory());
            forBulk.put(id, sync.directory().inLane(Lane.SYNC_BULK));
        }
        logs.put(id, new GraphLog(agents.graph().inLane(Lane.ACTIVITY), own));
    }

    private Reach reach(
            DirectoryId id, DirectorySettings settings, AppRegistration registration, Lane lane, Wire wire) {
        var tokens = new Tokens(settings, registration, wire, clock, new CredentialReport(id, lane, meters));
        var governor = governors.of(id, lane.user(), settings.tenant(), registration.clientId());
        var graph = new GraphClient(lane, new Root(settings.graphUrl()), wire, tokens, governor, clock, meters, spans);
        return new Reach(graph, new GraphDirectory(id, settings, graph, tokens, clock));
    }

    private record Reach(GraphClient graph, GraphDirectory directory) {}
}
