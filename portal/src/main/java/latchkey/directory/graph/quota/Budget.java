package latchkey.directory.graph.quota;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import latchkey.directory.QuotaSettings;
import latchkey.directory.QuotaState;

/** The budgets that Graph counts a call against (facts §12): each refills evenly over its window. */
enum Budget {
    UNITS(QuotaState.Kind.RESOURCE_UNITS, Duration.ofSeconds(10)),
    WRITES(QuotaState.Kind.WRITES, Duration.ofSeconds(150)),
    TENANT_WRITES(QuotaState.Kind.TENANT_WRITES, Duration.ofMinutes(5)),
    REPORTS(QuotaState.Kind.REPORTS, Duration.ofSeconds(10));

    private final QuotaState.Kind kind;
    private final Duration window;

    Budget(QuotaState.Kind kind, Duration window) {
        this.kind = kind;
        this.window = window;
    }

    QuotaState.Kind kind() {
        return kind;
    }

    Duration window() {
        return window;
    }

    long capacity(QuotaSettings settings) {
        return switch (this) {
            case UNITS -> settings.resourceUnits();
            case WRITES -> settings.writes();
            case TENANT_WRITES -> settings.tenantWrites();
            case REPORTS -> settings.reports();
        };
    }

    /** All apps of a tenant share its writes; the other budgets belong to one app in it. */
    String key(String tenant, String app) {
        return this == TENANT_WRITES ? name() + "/" + tenant : name() + "/" + tenant + "/" + app;
    }

    BucketConfiguration configuration(QuotaSettings settings) {
        var capacity = capacity(settings);
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, window))
                .build();
    }
}
