package latchkey.directory.graph;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import latchkey.directory.Cloud;
import latchkey.directory.DirectoriesSettings;
import latchkey.directory.Directories;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryId;
import latchkey.directory.DirectorySettings;
import latchkey.directory.DirectorySettings.AppRegistration;
import latchkey.directory.QuotaSettings;
import latchkey.directory.graph.quota.Governors;
import latchkey.settings.Secret;
import latchkey.tracing.Spans;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The sandbox's directory as the portal reaches it. */
public final class Reach {

    public static final DirectoryId CONTOSO = new DirectoryId("contoso");

    /** As many as the adapter's own pool has, for the client that it is compared with. */
    static final int CONNECTIONS = 200;

    // The governor counts every call as usual, but against budgets that no benchmark uses up.
    private static final long PLENTY = 100_000_000;

    private Reach() {}

    static Directory forSync(String url) {
        return directories(url).forSync(CONTOSO).orElseThrow();
    }

    /** Both app registrations; each is asked for by whoever needs it. */
    public static Directories directories(String url) {
        var clock = Clock.systemUTC();
        var meters = new SimpleMeterRegistry();
        var quota = new QuotaSettings(PLENTY, PLENTY, PLENTY, PLENTY);
        return new GraphDirectories(
                new DirectoriesSettings(Map.of(CONTOSO.value(), settings(url))),
                clock,
                new StaticListableBeanFactory(Map.of("meters", meters)).getBeanProvider(MeterRegistry.class),
                Governors.ofOneProcess(quota, meters, clock),
                Spans.none());
    }

    private static DirectorySettings settings(String url) {
        return new DirectorySettings(
                "Contoso Customers",
                UUID.fromString("b2c00000-0000-4000-8000-000000000001"),
                Cloud.PUBLIC,
                URI.create(url),
                URI.create(url),
                registration("a0000000-0000-4000-8000-000000000001", "sandbox-portal-secret"),
                registration("a0000000-0000-4000-8000-000000000002", "sandbox-sync-secret"),
                Map.of(),
                "CustomerNumber");
    }

    private static AppRegistration registration(String app, String secret) {
        return AppRegistration.withSecret(UUID.fromString(app), Secret.of(secret));
    }
}
