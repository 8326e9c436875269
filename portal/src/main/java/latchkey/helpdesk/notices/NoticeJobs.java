package latchkey.helpdesk.notices;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs that finish what a process could not. */
@Configuration(proxyBeanMethods = false)
class NoticeJobs {

    @Bean
    RecurringTask<Void> customersAreToldAfterAll(CatchingUp catchingUp) {
        return Tasks.recurring("notices-after-all", FixedDelay.ofSeconds(15))
                .execute((instance, context) -> catchingUp.catchUp());
    }

    @Bean
    RecurringTask<Void> frozenCustomersAreStopped(Stopping stopping) {
        return Tasks.recurring("freezes-stopped", FixedDelay.ofSeconds(5))
                .execute((instance, context) -> stopping.due());
    }
}
