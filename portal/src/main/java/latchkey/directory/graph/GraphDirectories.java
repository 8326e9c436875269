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
final class GraphDirectories implements Directories, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(GraphDirectories.class);

    private final Clock clock;
    private final MeterRegistry meters;
    private final Wire agentsWire = new Wire();
    private final Wire syncWire = new Wire();
    private final Map<DirectoryId, GraphDirectory> forAgents = new LinkedHashMap<>();
    private final Map<DirectoryId, GraphDirectory> forSync = new LinkedHashMap<>();

    GraphDirectories(DirectoriesSettings settings, Clock clock, ObjectProvider<MeterRegistry> meters) {
        this.clock = clock;
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
        forAgents.put(id, directory(id, settings, settings.agents(), Lane.AGENT, agentsWire));
        var sync = settings.sync();
        if (sync != null) {
            forSync.put(id, directory(id, settings, sync, Lane.SYNC, syncWire));
        }
    }

    private GraphDirectory directory(
            DirectoryId id, DirectorySettings settings, AppRegistration registration, Lane lane, Wire wire) {
        var tokens = new Tokens(settings, registration, wire, clock, new CredentialReport(id, lane, meters));
        var graph = new GraphClient(lane, new Root(settings.graphUrl()), wire, tokens, clock, meters);
        return new GraphDirectory(id, settings, graph, clock);
    }
}
