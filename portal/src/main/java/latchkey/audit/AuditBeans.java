package latchkey.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Arrays;
import javax.sql.DataSource;
import latchkey.database.Database;
import latchkey.settings.CannotStart;
import latchkey.settings.ExitCode;
import latchkey.tracing.Spans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the trail together; it refuses to start on a trail whose keys are not at hand. */
@Configuration(proxyBeanMethods = false)
class AuditBeans {

    @Bean
    TrailKeys trailKeys(AuditSettings settings, JdbcClient jdbc) {
        var head = jdbc.sql("SELECT hash, mac FROM audit_entries ORDER BY sequence DESC LIMIT 1")
                .query((row, number) -> new byte[][] {row.getBytes("hash"), row.getBytes("mac")})
                .optional();
        if (head.isEmpty() && !TrailKeys.existIn(settings.keys())) {
            return TrailKeys.make(settings.keys());
        }
        var keys = TrailKeys.read(settings.keys());
        head.ifPresent(last -> checkOwn(keys, last[0], last[1]));
        return keys;
    }

    @Bean
    CustomerKeys customerKeys(TrailKeys keys) {
        return new CustomerKeys(keys);
    }

    /** A connection of its own: requests that wait for the trail while they hold one must not starve it. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    @Qualifier("trail")
    HikariDataSource trailConnection(Database database) {
        return database.pool("trail", 1);
    }

    @Bean(destroyMethod = "close")
    Appender appender(
            @Qualifier("trail") DataSource connection,
            TrailKeys keys,
            CustomerKeys customerKeys,
            AuditSettings settings,
            Clock clock) {
        var store = new TrailStore(connection, keys, customerKeys);
        return new Appender(store, new Anchors(settings, keys, clock)).start();
    }

    @Bean
    Trail trail(Appender appender, Clock clock, Spans spans) {
        return new DurableTrail(appender, clock, spans);
    }

    @Bean
    AuditReader auditReader(DataSource connections, CustomerKeys keys) {
        return new StoredTrail(new JdbcTemplate(connections), keys);
    }

    @Bean
    CustomerSeal customerSeal(DataSource connections, CustomerKeys keys) {
        return new KeyedSeal(new JdbcTemplate(connections), keys);
    }

    @Bean
    TrailExport trailExport(DataSource connections, TrailKeys keys, AuditSettings settings, Clock clock) {
        return new TrailExport(connections, keys, settings, clock);
    }

    @Bean
    RecurringTask<Void> outcomeSweep(JdbcClient jdbc, Trail trail, AuditSettings settings, Clock clock) {
        return new OutcomeSweep(jdbc, trail, settings, clock).everyMinute();
    }

    /** With its beans it refuses settings that move away what a rule still asks for. */
    @Bean
    @ConditionalOnProperty("latchkey.audit.retention.keep-for")
    RecurringTask<Void> sealing(
            Database database, TrailKeys keys, AuditSettings settings, Clock clock, ObjectProvider<LooksBack> looks) {
        KeptLongEnough.demand(settings.retention(), looks.stream().toList());
        var sealing = new Sealing(database.asOwner(), keys, settings, Actor.system("retention"), clock);
        return new SealingJob(sealing).everyHour();
    }

    @Bean
    RecurringTask<Void> agreedErasures(Database database, TrailKeys keys, Trail trail, Clock clock) {
        var erasures = new AgreedErasures(database.asOwner(), keys, trail, Actor.system("erasure"), clock);
        return Tasks.recurring("audit-erasures", FixedDelay.ofSeconds(15))
                .execute((instance, context) -> erasures.run());
    }

    private static void checkOwn(TrailKeys keys, byte[] hash, byte[] mac) {
        if (!Arrays.equals(Crypto.hmacSha256(keys.mac(), hash), mac)) {
            throw new CannotStart(
                    ExitCode.KEYS,
                    "The trail was not written with the keys that latchkey.audit.keys names; put back the right folder, or run `latchkey audit verify` if nobody changed the keys.");
        }
    }
}
