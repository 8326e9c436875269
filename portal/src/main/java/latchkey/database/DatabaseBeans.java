package latchkey.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database as the rest of the product sees it: a pool of connections, and a clock for recurring jobs. */
@Configuration(proxyBeanMethods = false)
class DatabaseBeans {

    @Bean(destroyMethod = "close")
    Database database(DatabaseSettings settings) {
        return Database.open(settings, System::getenv);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database, DatabaseSettings settings) {
        return database.pool("latchkey", settings.connections());
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Runs the recurring jobs that modules contribute as beans, each on one node at a time. */
    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource connections, List<RecurringTask<?>> jobs) {
        return Scheduler.create(connections)
                .startTasks(jobs)
                .threads(2)
                .pollingInterval(Duration.ofSeconds(5))
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> recurringJobsStart(Scheduler scheduler) {
        return ready -> scheduler.start();
    }
}
