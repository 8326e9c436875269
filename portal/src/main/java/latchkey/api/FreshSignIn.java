package latchkey.api;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import latchkey.access.Agent;
import latchkey.access.StepUpSettings;
import org.springframework.stereotype.Component;

/** Refuses what the settings want done only shortly after a sign-in; services ask it, so that no door goes round it. */
@Component
public class FreshSignIn {

    private final StepUpSettings settings;

    private final Clock clock;

    FreshSignIn(StepUpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Refuses an agent whose sign-in is too long ago, or was not strong enough.
     *
     * @throws ProblemException {@code STEP_UP_REQUIRED}
     */
    public void demand(Agent agent, String action) {
        missing(agent, action).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** The refusal, for those who note it first. */
    public Optional<ProblemException> missing(Agent agent, String action) {
        return settings.allow(action, agent.authenticated(), clock.instant())
                ? Optional.empty()
                : Optional.of(new ProblemException(Problem.STEP_UP_REQUIRED, members()));
    }

    private Map<String, Object> members() {
        var members = new HashMap<String, Object>();
        members.put("maxAge", settings.maxAge().toSeconds());
        members.put("minutes", settings.maxAge().toMinutes());
        if (settings.acrs() != null) {
            members.put("acrs", settings.acrs());
        }
        return members;
    }
}
