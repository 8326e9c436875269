package sandbox.graph.audits;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import sandbox.clock.SandboxClock;
import sandbox.graph.GraphCall;
import sandbox.settings.CurrentSettings;
import sandbox.tenants.TenantKind;

/** Which entries of a log can be seen yet, and still (facts §7.1 and §7.3). */
@Component
class Retention {

    private static final Duration USUAL = Duration.ofDays(7);
    private static final Duration PREMIUM = Duration.ofDays(30);

    private final SandboxClock clock;
    private final CurrentSettings settings;

    Retention(SandboxClock clock, CurrentSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** Entries lag as reads of users do, and are kept for a week; for a month with a licence, which B2C never has. */
    boolean shows(Instant at, GraphCall call) {
        var asOf = call.asOf();
        var premium = settings.now().premium() && call.tenant().kind() != TenantKind.B2C;
        return (asOf == null || !at.isAfter(asOf))
                && !at.isBefore(clock.instant().minus(premium ? PREMIUM : USUAL));
    }
}
