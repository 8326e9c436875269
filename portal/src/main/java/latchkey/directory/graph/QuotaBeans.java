package latchkey.directory.graph;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import latchkey.directory.QuotaSettings;
import latchkey.directory.graph.quota.Governors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The budgets that all nodes share through the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuotaSettings.class)
class QuotaBeans {

    @Bean
    Governors governors(
            QuotaSettings settings, DataSource connections, ObjectProvider<MeterRegistry> meters, Clock clock) {
        return Governors.shared(settings, connections, meters.getIfAvailable(SimpleMeterRegistry::new), clock);
    }
}
