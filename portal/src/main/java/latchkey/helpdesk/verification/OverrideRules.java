package latchkey.helpdesk.verification;

import java.util.Map;
import java.util.Optional;
import latchkey.access.Agent;
import latchkey.access.Colleagues;
import latchkey.access.Permission;
import latchkey.api.FreshSignIn;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.directory.Directories;
import latchkey.helpdesk.caution.Caution;
import latchkey.helpdesk.population.Populations;
import latchkey.helpdesk.protection.Protection;
import latchkey.helpdesk.protection.Protections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may ask for an override, give one, and look at one that was given. */
@Component
class OverrideRules {

    private static final int LONGEST_REASON = 500;

    private final OverrideSettings settings;
    private final Caution caution;
    private final Colleagues colleagues;
    private final Directories directories;
    private final Populations populations;
    private final Protections protections;
    private final FreshSignIn freshSignIn;

    OverrideRules(
            OverrideSettings settings,
            Caution caution,
            Colleagues colleagues,
            Directories directories,
            Populations populations,
            Protections protections,
            FreshSignIn freshSignIn) {
        this.settings = settings;
        this.caution = caution;
        this.colleagues = colleagues;
        this.directories = directories;
        this.populations = populations;
        this.protections = protections;
        this.freshSignIn = freshSignIn;
    }

    /** Whether there are overrides at this moment. */
    boolean isOffered() {
        return settings.enabled() && !caution.isRaised();
    }

    Optional<ProblemException> againstAsking(String because) {
        return switchedOff().or(() -> words(because));
    }

    Optional<ProblemException> againstGiving(Agent agent, OverrideCase asked, String because) {
        return permission(agent)
                .or(this::switchedOff)
                .or(() -> involved(agent, asked.asked()))
                .or(() -> freshSignIn.missing(agent, "give-override"))
                .or(() -> words(because))
                .or(() -> ownAccount(agent, asked));
    }

    Optional<ProblemException> againstReviewing(Agent agent, OverrideCase given, String words) {
        return permission(agent)
                .or(() -> involved(agent, given.asked()))
                .or(() -> Optional.ofNullable(given.given()).flatMap(word -> involved(agent, word)))
                .or(() -> words(words));
    }

    private Optional<ProblemException> permission(Agent agent) {
        return refused(!agent.may(Permission.OVERRIDE_VERIFICATION), Problem.NOT_PERMITTED);
    }

    private Optional<ProblemException> switchedOff() {
        return refused(!settings.enabled(), Problem.OVERRIDE_SWITCHED_OFF)
                .or(() -> refused(caution.isRaised(), Problem.OVERRIDE_DURING_CAUTION));
    }

    /** Whether both are one human, by the accounts as the settings know them now too. */
    private Optional<ProblemException> involved(Agent agent, OverrideCase.Word other) {
        var same = agent.key().equals(other.by())
                || agent.person().equals(other.person())
                || colleagues.now(other.by()).filter(agent::isSamePersonAs).isPresent();
        return refused(same, Problem.OVERRIDE_INVOLVED);
    }

    private Optional<ProblemException> words(@Nullable String because) {
        var length = because == null ? 0 : because.strip().length();
        return length < settings.shortestReason() || length > LONGEST_REASON
                ? Optional.of(
                        new ProblemException(Problem.INVALID_OVERRIDE, Map.of("shortest", settings.shortestReason())))
                : Optional.empty();
    }

    private Optional<ProblemException> ownAccount(Agent agent, OverrideCase asked) {
        var customer = populations.customer(agent, asked.customer());
        return directories
                .forAgents(asked.customer().directory())
                .flatMap(directory -> protections.known(agent, directory, customer))
                .filter(Protection::isRefused)
                .map(protection -> new ProblemException(Problem.PROTECTED_CUSTOMER));
    }

    private static Optional<ProblemException> refused(boolean isSo, Problem problem) {
        return isSo ? Optional.of(new ProblemException(problem)) : Optional.empty();
    }
}
