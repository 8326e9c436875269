package sandbox.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import sandbox.state.Restorable;

/** Real time plus whatever it was advanced by; tokens, replication and audit follow it, the journal does not. */
// Put back before whatever asks for the time when it is put back itself.
@Order(Ordered.HIGHEST_PRECEDENCE)
@Component
public class SandboxClock extends Clock implements Restorable {

    private volatile Duration ahead = Duration.ZERO;

    public synchronized void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    public Duration ahead() {
        return ahead;
    }

    @Override
    public synchronized void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Runnable remember() {
        var then = ahead;
        return () -> ahead = then;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** Only UTC is offered: everything that the sandbox answers is in it. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
