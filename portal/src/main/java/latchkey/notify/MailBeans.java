package latchkey.notify;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key that waiting mails are sealed under, and the job that forgets the settled ones. */
@Configuration(proxyBeanMethods = false)
class MailBeans {

    @Bean
    Sealer sealer(MailSettings settings) {
        return new Sealer(settings.keyFile());
    }

    @Bean
    RecurringTask<Void> settledMailsAreForgotten(Outbox outbox, MailSettings settings) {
        return Tasks.recurring("mail-forgotten", FixedDelay.ofMinutes(60))
                .execute((instance, context) -> outbox.forgetSettled(settings.keptFor()));
    }
}
