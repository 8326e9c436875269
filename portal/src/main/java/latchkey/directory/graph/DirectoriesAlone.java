package latchkey.directory.graph;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import latchkey.directory.Directories;
import latchkey.directory.DirectoriesSettings;
import latchkey.directory.DirectoryReader;
import latchkey.directory.QuotaSettings;
import latchkey.directory.graph.quota.Governors;
import latchkey.settings.SettingsFile;
import latchkey.tracing.Spans;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** The directories without the rest of the portal, for commands; their calls are counted by this process alone. */
public final class DirectoriesAlone implements DirectoryReader {

    private final GraphDirectories directories;

    public DirectoriesAlone(SettingsFile settings) {
        var meters = new DefaultListableBeanFactory().getBeanProvider(MeterRegistry.class);
        var governors = Governors.ofOneProcess(
                settings.bind(QuotaSettings.class), new SimpleMeterRegistry(), Clock.systemUTC());
        directories = new GraphDirectories(
                settings.bind(DirectoriesSettings.class), Clock.systemUTC(), meters, governors, Spans.none());
    }

    @Override
    public Directories directories() {
        return directories;
    }

    @Override
    public void close() {
        try {
            directories.destroy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
