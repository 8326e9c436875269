package latchkey.directory.graph;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import latchkey.directory.Cloud;
import latchkey.directory.Directories;
import latchkey.directory.DirectoriesSettings;
import latchkey.directory.Directory;
import latchkey.directory.DirectoryId;
import latchkey.directory.DirectorySettings;
import latchkey.directory.DirectorySettings.AppRegistration;
import latchkey.directory.DirectorySettings.AttributeSettings;
import latchkey.settings.Secret;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Directories as the adapter reaches them, with settings as the demo has them. */
public final class Reached {

    public static final DirectoryId CONTOSO = new DirectoryId("contoso");

    static final UUID TENANT = UUID.fromString("b2c00000-0000-4000-8000-000000000001");
    private static final UUID PORTAL = UUID.fromString("a0000000-0000-4000-8000-000000000001");
    private static final UUID SYNC = UUID.fromString("a0000000-0000-4000-8000-000000000002");

    private static final UUID EXTERNAL_TENANT = UUID.fromString("c1a00000-0000-4000-8000-000000000003");
    private static final UUID EXTERNAL_PORTAL = UUID.fromString("a0000000-0000-4000-8000-000000000021");

    private Reached() {}

    /** The directory at that address for agents. */
    public static Directory forAgents(String url) {
        return at(url, "sandbox-portal-secret").forAgents(CONTOSO).orElseThrow();
    }

    /** The directory at that address for the sync. */
    public static Directory forSync(String url) {
        return at(url, "sandbox-portal-secret").forSync(CONTOSO).orElseThrow();
    }

    /** The directory of the kind External ID at that address, for agents. */
    public static Directory ofExternalId(String url) {
        var portal = AppRegistration.withSecret(EXTERNAL_PORTAL, Secret.of("sandbox-external-portal-secret"));
        return with(settings(url, EXTERNAL_TENANT, portal)).forAgents(CONTOSO).orElseThrow();
    }

    public static Directories at(String url, String secret) {
        return with(settings(url, TENANT, AppRegistration.withSecret(PORTAL, Secret.of(secret))));
    }

    /** Any directory by its settings. */
    public static Directories with(DirectorySettings settings) {
        return with(settings, new SimpleMeterRegistry());
    }

    static Directories with(DirectorySettings settings, MeterRegistry meters) {
        var beans = new StaticListableBeanFactory(Map.of("meters", meters));
        return new GraphDirectories(
                new DirectoriesSettings(Map.of(CONTOSO.value(), settings)),
                Clock.systemUTC(),
                beans.getBeanProvider(MeterRegistry.class));
    }

    /** A real tenant. */
    public static Directory inMicrosoftsCloud(UUID tenant, AppRegistration registration) {
        var settings = new DirectorySettings(
                "Real tenant", tenant, Cloud.PUBLIC, null, null, registration, null, Map.of(), "CustomerNumber");
        return with(settings).forAgents(CONTOSO).orElseThrow();
    }

    static DirectorySettings settings(String url, UUID tenant, AppRegistration agents) {
        return new DirectorySettings(
                "Contoso Customers",
                tenant,
                Cloud.PUBLIC,
                URI.create(url),
                URI.create(url),
                agents,
                AppRegistration.withSecret(SYNC, Secret.of("sandbox-sync-secret")),
                Map.of("CustomerNumber", new AttributeSettings("Customer number", true, true)),
                "CustomerNumber");
    }
}
