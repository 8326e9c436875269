package latchkey.helpdesk.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import latchkey.access.Agent;
import latchkey.audit.Announcement;
import latchkey.audit.Subject;
import latchkey.audit.Trail;
import latchkey.directory.CustomerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes into the trail who looked at whom, who searched, and who saw what is hidden at first. */
@Component
class Looks {

    /** A page and the parts that it loads are one look. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(1);

    private static final int REMEMBERED = 10_000;

    private final Map<String, Instant> lately = new LinkedHashMap<>();
    private final Trail trail;
    private final Clock clock;

    Looks(Trail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    void opened(Agent agent, CustomerId customer) {
        if (isAnother(agent.key() + " " + customer)) {
            look(agent, "view-customer", customer);
        }
    }

    /** What was typed is in no entry: it may be anything about anybody. */
    void searched(Agent agent) {
        look(agent, "search-customers", null);
    }

    void revealed(Agent agent, CustomerId customer) {
        look(agent, "reveal", customer);
    }

    private void look(Agent agent, String action, @Nullable CustomerId customer) {
        Subject subject = customer == null ? null : customer.subject();
        trail.look(Announcement.of(agent.actor(), action, subject));
    }

    private synchronized boolean isAnother(String look) {
        var now = clock.instant();
        var last = lately.get(look);
        if (last != null && now.isBefore(last.plus(ONE_LOOK))) {
            return false;
        }
        lately.remove(look);
        lately.put(look, now);
        forgetOld();
        return true;
    }

    private void forgetOld() {
        var eldest = lately.keySet().iterator();
        while (lately.size() > REMEMBERED && eldest.hasNext()) {
            eldest.next();
            eldest.remove();
        }
    }
}
