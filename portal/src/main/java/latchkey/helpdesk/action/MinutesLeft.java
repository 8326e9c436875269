package latchkey.helpdesk.action;

import java.time.Duration;
import java.time.Instant;

/** Time left as people count it: the minute that has begun counts whole. */
class MinutesLeft {

    private MinutesLeft() {}

    static long until(Instant end, Instant now) {
        return Math.max(0, Duration.between(now, end).plusSeconds(59).toMinutes());
    }
}
