package latchkey.directory.graph.quota;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import latchkey.directory.DirectoryId;
import latchkey.directory.QuotaSettings;
import latchkey.directory.QuotaState;
import latchkey.directory.Quotas;

/** The governors of all app registrations: one each, however many things call with it. */
public final class Governors implements Quotas {

    private final QuotaSettings settings;
    private final BiFunction<String, BucketConfiguration, Bucket> buckets;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Used> governors = new LinkedHashMap<>();

    private Governors(
            QuotaSettings settings,
            BiFunction<String, BucketConfiguration, Bucket> buckets,
            MeterRegistry meters,
            Clock clock) {
        this.settings = settings;
        this.buckets = buckets;
        this.meters = meters;
        this.clock = clock;
    }

    /** Budgets that all nodes on that database share. */
    public static Governors shared(QuotaSettings settings, DataSource connections, MeterRegistry meters, Clock clock) {
        var proxies = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(connections)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("quota_budgets")
                .idColumn("budget")
                .stateColumn("state")
                .build();
        return new Governors(
                settings,
                // Settings may have changed since the bucket was made: then it takes their numbers, not the old ones.
                (key, configuration) -> proxies.builder()
                        .build(key + "/" + configuration.getBandwidths()[0].getCapacity(), () -> configuration),
                meters,
                clock);
    }

    /** Budgets of this process alone. */
    public static Governors ofOneProcess(QuotaSettings settings, MeterRegistry meters, Clock clock) {
        return new Governors(settings, (key, configuration) -> local(configuration), meters, clock);
    }

    /**
     * The governor of an app registration.
     *
     * @param user what calls with it, for people to read
     * @param app its application id
     */
    public synchronized Governor of(DirectoryId directory, String user, UUID tenant, UUID app) {
        var used = governors.computeIfAbsent(
                tenant + "/" + app, unseen -> new Used(directory, new ArrayList<>(), governor(tenant, app)));
        used.users().add(user);
        return used.governor();
    }

    @Override
    public synchronized List<QuotaState> now() {
        return governors.values().stream().map(Used::state).toList();
    }

    private Governor governor(UUID tenant, UUID app) {
        return new Governor(budget -> shared(budget, budget.key(tenant.toString(), app.toString())), meters, clock);
    }

    private SharedBudget shared(Budget budget, String key) {
        return new SharedBudget(budget, budget.capacity(settings), buckets.apply(key, budget.configuration(settings)));
    }

    private static Bucket local(BucketConfiguration configuration) {
        var bucket = Bucket.builder();
        Arrays.stream(configuration.getBandwidths()).forEach(bucket::addLimit);
        return bucket.build();
    }

    private record Used(DirectoryId directory, List<String> users, Governor governor) {

        QuotaState state() {
            return new QuotaState(
                    directory,
                    users,
                    governor.left(),
                    governor.waiting(),
                    governor.waited(),
                    governor.refusals(),
                    governor.lastRefused());
        }
    }
}
