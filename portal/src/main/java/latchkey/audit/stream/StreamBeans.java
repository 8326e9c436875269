package latchkey.audit.stream;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the stream together from what the settings name. */
@Configuration(proxyBeanMethods = false)
class StreamBeans {

    @Bean
    RecurringTask<Void> trailStream(JdbcClient jdbc, StreamSettings settings, Clock clock) {
        var stream = new Stream(new StreamRows(jdbc, clock), receivers(settings, clock));
        return Tasks.recurring("audit-stream", FixedDelay.ofSeconds(5)).execute((instance, context) -> stream.run());
    }

    private static List<Receiver> receivers(StreamSettings settings, Clock clock) {
        var receivers = new ArrayList<Receiver>();
        if (settings.file() != null) {
            receivers.add(new LinesFile(settings.file()));
        }
        if (settings.webhook() != null && settings.secret() != null) {
            receivers.add(new SignedWebhook(settings.webhook(), settings.secret(), clock));
        }
        return receivers;
    }
}
