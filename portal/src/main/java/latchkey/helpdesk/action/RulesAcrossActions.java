package latchkey.helpdesk.action;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.access.Agent;
import latchkey.api.ProblemException;
import latchkey.audit.LooksBack;
import latchkey.directory.CustomerId;
import latchkey.helpdesk.caution.Caution;
import org.springframework.stereotype.Component;

/** Forbidden combinations of actions and cooling times between them. */
@Component
class RulesAcrossActions implements LooksBack {

    private final ActionSettings settings;
    private final DoneBefore doneBefore;
    private final Caution caution;
    private final Clock clock;

    RulesAcrossActions(ActionSettings settings, DoneBefore doneBefore, Caution caution, Clock clock) {
        this.settings = settings;
        this.doneBefore = doneBefore;
        this.caution = caution;
        this.clock = clock;
    }

    /**
     * What of it wants a second person's yes.
     *
     * @throws ProblemException {@code COOLING_TIME} or {@code ANOTHER_AGENT_REQUIRED} when they want what no approval gives
     */
    List<Cooling> wantingApproval(Agent agent, CustomerId customer, Set<Effect> effects) {
        var running = running(agent, customer, effects);
        running.forEach(Cooling::refuse);
        return running.stream().filter(Cooling::needsApproval).toList();
    }

    /** What such effects would run into now: cooling times, and heightened caution. */
    List<Cooling> running(Agent agent, CustomerId customer, Set<Effect> effects) {
        return Stream.concat(cooling(agent, customer, effects).stream(), cautious(effects).stream())
                .toList();
    }

    @Override
    public Stream<Reach> reaches() {
        return settings.rules().entrySet().stream()
                .filter(rule -> rule.getValue().demand() != CoolingRule.Demand.NOTHING)
                .map(rule -> new Reach(
                        "latchkey.actions.rules.%s.within".formatted(rule.getKey()),
                        rule.getValue().within()));
    }

    private Optional<Cooling> cautious(Set<Effect> effects) {
        var leadingIn = Effect.leadingIn(effects);
        return leadingIn.isEmpty()
                ? Optional.empty()
                : caution.now()
                        .map(raised -> new Cooling(
                                true, CoolingRule.Demand.APPROVAL, leadingIn, false, Set.of(), raised.until()));
    }

    private List<Cooling> cooling(Agent agent, CustomerId customer, Set<Effect> effects) {
        var asked = rulesFor(effects);
        if (asked.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var deeds = doneBefore.to(customer, now.minus(longest(asked)));
        return asked.stream()
                .flatMap(rule -> running(rule, deeds, agent, effects, now).stream())
                .toList();
    }

    private List<CoolingRule> rulesFor(Set<Effect> effects) {
        return settings.rules().values().stream()
                .filter(rule -> rule.demand() != CoolingRule.Demand.NOTHING)
                .filter(rule -> !both(rule.then(), effects).isEmpty())
                .toList();
    }

    private static Optional<Cooling> running(
            CoolingRule rule, List<Deed> deeds, Agent agent, Set<Effect> effects, Instant now) {
        var warm = deeds.stream()
                .filter(deed -> !both(rule.after(), deed.effects()).isEmpty())
                .filter(deed -> deed.at().plus(rule.within()).isAfter(now))
                .toList();
        var own = warm.stream().filter(deed -> agent.key().equals(deed.by())).toList();
        return last(rule.demand().needsAnotherAgent() && !own.isEmpty() ? own : warm)
                .map(at -> new Cooling(
                        false,
                        rule.demand(),
                        both(rule.then(), effects),
                        !own.isEmpty(),
                        hands(warm),
                        at.plus(rule.within())));
    }

    private static Set<String> hands(List<Deed> deeds) {
        return deeds.stream().map(Deed::by).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Optional<Instant> last(List<Deed> deeds) {
        return deeds.stream().map(Deed::at).max(Comparator.naturalOrder());
    }

    private static Duration longest(List<CoolingRule> rules) {
        return rules.stream()
                .map(CoolingRule::within)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static Set<Effect> both(Set<Effect> some, Set<Effect> others) {
        var both = EnumSet.noneOf(Effect.class);
        both.addAll(some);
        both.retainAll(others);
        return both;
    }
}
