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
import latchkey.directory.QuotaSettings;
import latchkey.directory.Scan;
import latchkey.directory.activity.LogSource;
import latchkey.directory.graph.quota.Governors;
import latchkey.settings.Secret;
import latchkey.tracing.Spans;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Directories as the adapter reaches them, with settings as the demo has them. */
public final class Reached {

    public static final DirectoryId CONTOSO = new DirectoryId("contoso");

    static final UUID TENANT = UUID.fromString("b2c00000-0000-4000-8000-000000000001");
    private static final UUID PORTAL = UUID.fromString("a0000000-0000-4000-8000-000000000001");
    private static final UUID READER = UUID.fromString("a0000000-0000-4000-8000-000000000003");
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

    /** The directory at that address, for agents whose app registration may only read. */
    public static Directory readOnly(String url) {
        var reader = AppRegistration.withSecret(READER, Secret.of("sandbox-readonly-secret"));
        return with(settings(url, TENANT, reader)).forAgents(CONTOSO).orElseThrow();
    }

    /** Reads all customers of a directory in pages of that many. */
    public static Scan inPagesOf(int customers, Directory directory) {
        return ((GraphScan) directory.scan()).inPagesOf(customers);
    }

    public static Directories at(String url, String secret) {
        return with(settings(url, TENANT, AppRegistration.withSecret(PORTAL, Secret.of(secret))));
    }

    /** The directory's log at that address as the portal's app reads it, in small pages; only that app is ours. */
    public static LogSource log(String url, int pageSize) {
        return log(url, PORTAL, "sandbox-portal-secret", pageSize);
    }

    /** The same, as an app sees it that may not read it. */
    public static LogSource forbiddenLog(String url) {
        return log(url, UUID.fromString("a0000000-0000-4000-8000-000000000003"), "sandbox-readonly-secret", 10);
    }

    /** The directory at that address as another application changes it. */
    public static Directory forAnotherApplication(String url) {
        return with(settings(url, TENANT, AppRegistration.withSecret(SYNC, Secret.of("sandbox-sync-secret"))))
                .forAgents(CONTOSO)
                .orElseThrow();
    }

    private static LogSource log(String url, UUID app, String secret, int pageSize) {
        var all = settings(url, TENANT, AppRegistration.withSecret(app, Secret.of(secret)));
        var withoutSync = new DirectorySettings(
                all.name(),
                all.tenant(),
                Cloud.PUBLIC,
                all.graphUrl(),
                all.loginUrl(),
                all.agents(),
                null,
                all.attributes(),
                all.customerNumber());
        return ((GraphLog) with(withoutSync).log(CONTOSO).orElseThrow()).inPagesOf(pageSize);
    }

    /** Any directory by its settings. */
    public static GraphDirectories with(DirectorySettings settings) {
        return with(settings, new SimpleMeterRegistry());
    }

    static GraphDirectories with(DirectorySettings settings, MeterRegistry meters) {
        var beans = new StaticListableBeanFactory(Map.of("meters", meters));
        return new GraphDirectories(
                new DirectoriesSettings(Map.of(CONTOSO.value(), settings)),
                Clock.systemUTC(),
                beans.getBeanProvider(MeterRegistry.class),
                unsharedQuota(),
                Spans.none());
    }

    /** The published budgets, counted for this process alone. */
    static Governors unsharedQuota() {
        return Governors.ofOneProcess(QuotaSettings.published(), new SimpleMeterRegistry(), Clock.systemUTC());
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
