package latchkey.helpdesk.verification;

import java.security.MessageDigest;
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
import org.springframework.stereotype.Component;

/** Compares codes: a try is used up before the comparison, so that racing guesses get no more tries than patient ones. */
@Component
class Answering {

    private final VerificationRows rows;
    private final VerificationSettings settings;
    private final KeyedHash hash;
    private final Trail trail;
    private final NotedChanges noted;
    private final Clock clock;

    Answering(
            VerificationRows rows,
            VerificationSettings settings,
            KeyedHash hash,
            Trail trail,
            NotedChanges noted,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.hash = hash;
        this.trail = trail;
        this.noted = noted;
        this.clock = clock;
    }

    VerifiedCaller answer(Agent agent, Case under, Verification asked, String typed) {
        var code = Code.typed(typed).orElseThrow(() -> failed(asked.triesLeft()));
        var expected = rows.takeTry(asked.id(), clock.instant())
                .orElseThrow(() -> new ProblemException(Problem.VERIFICATION_EXPIRED));
        if (!MessageDigest.isEqual(expected, hash.of("code", asked.id().toString(), code.digits()))) {
            trail.note(entry(agent, under, asked), Problem.VERIFICATION_FAILED.code());
            throw failed(triesLeft(asked));
        }
        return proven(agent, under, asked);
    }

    private VerifiedCaller proven(Agent agent, Case under, Verification asked) {
        Instant until = clock.instant().plus(settings.provenFor()).truncatedTo(ChronoUnit.MICROS);
        if (!noted.change(entry(agent, under, asked), () -> rows.prove(asked.id(), until))) {
            throw new ProblemException(Problem.VERIFICATION_EXPIRED);
        }
        return VerifiedCaller.of(rows.proven(asked.caseId(), asked.agent(), clock.instant()))
                .orElseThrow(() -> new ProblemException(Problem.VERIFICATION_EXPIRED));
    }

    private int triesLeft(Verification asked) {
        return rows.byId(asked.id()).map(Verification::triesLeft).orElse(0);
    }

    private static Announcement entry(Agent agent, Case under, Verification asked) {
        return under.announcement(
                agent,
                "verify-caller",
                Map.of("method", asked.method(), "verification", asked.id().toString()),
                Map.of());
    }

    private static ProblemException failed(int triesLeft) {
        return new ProblemException(Problem.VERIFICATION_FAILED, Map.of("triesLeft", triesLeft));
    }
}
