package latchkey.helpdesk.rulebook;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.helpdesk.action.StatedAction;
import latchkey.helpdesk.action.StatedRules;
import latchkey.helpdesk.policy.Reasoning;
import latchkey.helpdesk.policy.Reasoning.Outcome;
import latchkey.helpdesk.policy.Reasoning.Reasoned;
import latchkey.helpdesk.rulebook.Answered.Because;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Answers questions by the same reasoning as {@code policy test}, and adds what stands before the action in any case. */
@Service
class Answers {

    private final Reasoning reasoning;
    private final StatedRules stated;
    private final Clock clock;
    private final ZoneId zone;

    /** Hours are those of the customer page's clock, as they are for the rules. */
    Answers(
            Reasoning reasoning,
            StatedRules stated,
            Clock clock,
            @Value("${latchkey.customer.time-zone:}") String zone) {
        this.reasoning = reasoning;
        this.stated = stated;
        this.clock = clock;
        this.zone = zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
    }

    /**
     * What would become of it.
     *
     * @throws ProblemException {@code MALFORMED_REQUEST} when something cannot be read or there is no such action
     */
    Answered to(Asked asked) {
        var question = asked.question(LocalDateTime.ofInstant(clock.instant(), zone));
        var action = stated.actions().stream()
                .filter(one -> one.name().equals(question.action()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.MALFORMED_REQUEST, Map.of("where", "action")));
        var reasoned = reasoning.on(question);
        return reasoned.outcome() == Outcome.REFUSED ? refused(reasoned) : allowed(action, reasoned);
    }

    private static Answered refused(Reasoned reasoned) {
        return new Answered("refused", List.of(byRule("refused", reasoned)));
    }

    private static Answered allowed(StatedAction action, Reasoned reasoned) {
        var because = new ArrayList<Because>();
        if (action.freshSignIn()) {
            because.add(new Because("sign-in", "settings", null, null));
        }
        if (action.secondPerson()) {
            because.add(new Because("approval", "settings", null, null));
        }
        if (reasoned.outcome() != Outcome.ALLOWED) {
            because.add(byRule(reasoned.outcome().code(), reasoned));
        }
        if (!action.proof().equals("nothing")) {
            because.add(new Because("proof", action.proof(), null, null));
        }
        return new Answered(because.isEmpty() ? "allowed" : "asks", because);
    }

    private static Because byRule(String kind, Reasoned reasoned) {
        return reasoned.words() == null
                ? new Because(kind, String.valueOf(reasoned.because()), null, null)
                : new Because(kind, "rule", reasoned.because(), reasoned.words());
    }
}
