package latchkey.helpdesk.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import latchkey.access.AddressSettings;
import latchkey.access.Agent;
import latchkey.audit.Announcement;
import latchkey.audit.Trail;
import latchkey.database.OneByOne;
import latchkey.notify.Mailer;
import org.springframework.stereotype.Component;

/** Tells the supervisors that an agent reached a limit: one mail for each agent and hour, and a line on the page. */
@Component
class Alarms {

    private static final Duration ONCE_IN = Duration.ofHours(1);
    private static final Duration SHOWN_FOR = Duration.ofDays(7);

    private final LimitRows rows;
    private final Mailer mailer;
    private final Trail trail;
    private final OneByOne oneByOne;
    private final AddressSettings addresses;
    private final Clock clock;

    Alarms(LimitRows rows, Mailer mailer, Trail trail, OneByOne oneByOne, AddressSettings addresses, Clock clock) {
        this.rows = rows;
        this.mailer = mailer;
        this.trail = trail;
        this.oneByOne = oneByOne;
        this.addresses = addresses;
        this.clock = clock;
    }

    void raise(Agent agent, Limit limit, Instant until) {
        if (oneByOne.of("alarms of " + agent.key(), () -> raisedFirst(agent, limit, until))) {
            trail.note(
                    new Announcement(
                            agent.actor(),
                            "reach-limit",
                            null,
                            null,
                            null,
                            null,
                            Map.of("limit", limit.key()),
                            Map.of()),
                    limit.problem().code());
        }
    }

    List<Alarm> lately() {
        return rows.alarms(clock.instant().minus(SHOWN_FOR));
    }

    private boolean raisedFirst(Agent agent, Limit limit, Instant until) {
        var now = clock.instant();
        var first = rows.isFirstAlarm(agent.key(), now.minus(ONCE_IN));
        if (first) {
            rows.alarm(agent, limit, now, until);
            mailer.sendToAdministrator(
                    "limit-reached",
                    Locale.ENGLISH,
                    Map.of("agent", agent.name(), "limit", limit.key(), "page", addresses.url() + "/limits"));
        }
        return first;
    }
}
