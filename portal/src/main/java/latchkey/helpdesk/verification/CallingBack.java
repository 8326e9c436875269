package latchkey.helpdesk.verification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import latchkey.access.Agent;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.Announcement;
import latchkey.audit.NotedChanges;
import latchkey.audit.Trail;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.limits.Limits;
import org.springframework.stereotype.Component;

/** The second half of a call-back: the number for ringing it, and what came of it, which only an agent who saw the number can say. */
@Component
class CallingBack {

    private final VerificationRows rows;
    private final VerificationSettings settings;
    private final Sending sending;
    private final Limits limits;
    private final Trail trail;
    private final NotedChanges noted;
    private final Clock clock;

    CallingBack(
            VerificationRows rows,
            VerificationSettings settings,
            Sending sending,
            Limits limits,
            Trail trail,
            NotedChanges noted,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.sending = sending;
        this.limits = limits;
        this.trail = trail;
        this.noted = noted;
        this.clock = clock;
    }

    String number(Agent agent, Case under, Verification ringing) {
        limits.reveal(agent, under.customer());
        trail.note(entry(agent, under, ringing, "show-number"), null);
        var place = rows.show(ringing.id(), clock.instant()).orElseThrow(CallingBack::over);
        return sending.place(agent, under, place).address();
    }

    void end(Agent agent, Case under, Verification ringing, CallResult result) {
        if (!rows.isShown(ringing.id())) {
            throw new ProblemException(Problem.NUMBER_NOT_SHOWN);
        }
        settle(agent, under, ringing, result);
        if (result == CallResult.SOMEBODY_ELSE) {
            trail.note(entry(agent, under, ringing, "verify-caller"), Problem.VERIFICATION_FAILED.code());
        }
    }

    private void settle(Agent agent, Case under, Verification ringing, CallResult result) {
        var now = clock.instant();
        Instant until =
                result == CallResult.REACHED ? now.plus(settings.provenFor()).truncatedTo(ChronoUnit.MICROS) : null;
        if (!noted.change(
                ended(agent, under, ringing, result), () -> rows.end(ringing.id(), result.state(), until, now))) {
            throw over();
        }
    }

    private static Announcement entry(Agent agent, Case under, Verification ringing, String action) {
        return under.announcement(
                agent,
                action,
                Map.of("method", ringing.method(), "verification", ringing.id().toString()),
                Map.of());
    }

    private static Announcement ended(Agent agent, Case under, Verification ringing, CallResult result) {
        return under.announcement(
                agent,
                result == CallResult.REACHED ? "verify-caller" : "end-call-back",
                Map.of("method", ringing.method(), "verification", ringing.id().toString(), "result", result.code()),
                Map.of());
    }

    private static ProblemException over() {
        return new ProblemException(Problem.CALL_BACK_OVER);
    }
}
