package latchkey.helpdesk.policy;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latchkey.access.Agent;
import latchkey.directory.Customer;
import latchkey.helpdesk.cases.Case;
import latchkey.helpdesk.policy.PolicyRule.Then;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The settings' own rules, read once and asked for every action. */
@Service
public class Policy {

    private final Map<String, Rule> rules = new TreeMap<>();
    private final Clock clock;
    private final ZoneId zone;

    /** Hours and weekdays are those of the customer page's clock. */
    Policy(PolicySettings settings, Clock clock, @Value("${latchkey.customer.time-zone:}") String zone) {
        settings.rules().forEach((name, rule) -> rules.put(name, new Rule(rule, new Condition(rule.when()))));
        this.clock = clock;
        this.zone = zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone);
    }

    /**
     * What the rules say now.
     *
     * @param under null while there is no case
     */
    public Verdict on(String action, Agent agent, Customer customer, @Nullable Case under) {
        return on(
                Circumstances.of(action, agent, customer, under, clock.instant().atZone(zone)));
    }

    /** The rules as the settings state them, for people to read. */
    public List<Stated> stated() {
        return rules.entrySet().stream()
                .map(rule -> Stated.of(rule.getKey(), rule.getValue().stated()))
                .toList();
    }

    Verdict on(Circumstances circumstances) {
        return new Verdict(
                met(Then.REFUSE, circumstances), met(Then.APPROVAL, circumstances), met(Then.PROOF, circumstances));
    }

    private List<Demand> met(Then then, Circumstances circumstances) {
        return rules.entrySet().stream()
                .filter(rule -> rule.getValue().stated().then() == then)
                .filter(rule -> rule.getValue().isMet(circumstances))
                .map(rule -> new Demand(rule.getKey(), rule.getValue().stated().because()))
                .toList();
    }

    private record Rule(PolicyRule stated, Condition condition) {

        boolean isMet(Circumstances circumstances) {
            return stated.isAbout(circumstances.action()) && condition.isMet(circumstances);
        }
    }
}
