package latchkey.helpdesk.policy;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import latchkey.access.AccessSettings;
import latchkey.access.AccessSettings.Role;
import latchkey.access.Permission;
import latchkey.access.PopulationRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What roles, populations and rules of the settings say to a question, and because of what; for tables and for people. */
@Service
public class Reasoning {

    /** Seeing a password is permitted apart from setting it. */
    private static final Map<String, Permission> OTHERWISE =
            Map.of("show-password", Permission.SHOW_GENERATED_PASSWORD);

    private final AccessSettings access;
    private final Policy policy;

    Reasoning(AccessSettings access, Policy policy) {
        this.access = access;
        this.policy = policy;
    }

    /** What an answer comes to. */
    public enum Outcome {
        ALLOWED,
        REFUSED,
        APPROVAL,
        PROOF;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An answer.
     *
     * @param because {@code permission}, {@code population} or the name of a rule; null when nothing stands against it
     * @param words what the rule tells agents
     */
    public record Reasoned(
            Outcome outcome,
            @Nullable String because,
            @Nullable String words) {

        static Reasoned by(Outcome outcome, List<Demand> demands) {
            return new Reasoned(
                    outcome, demands.getFirst().rule(), demands.getFirst().because());
        }

        @Override
        public String toString() {
            return because == null ? outcome.code() : outcome.code() + " because of " + because;
        }
    }

    /** What permits the action of that name; empty when there is no such action. */
    public static Optional<Permission> permission(String action) {
        try {
            return Optional.of(OTHERWISE.containsKey(action) ? OTHERWISE.get(action) : named(action));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The answer.
     *
     * @throws IllegalArgumentException when there is no such action
     */
    public Reasoned on(Question question) {
        var wanted = permission(question.action())
                .orElseThrow(() -> new IllegalArgumentException("There is no action " + question.action()));
        var roles = roles(question);
        if (roles.stream().noneMatch(role -> role.permissions().contains(wanted))) {
            return new Reasoned(Outcome.REFUSED, "permission", null);
        }
        var populations =
                roles.stream().flatMap(role -> role.populations().stream()).collect(Collectors.toSet());
        if (populations.stream().noneMatch(name -> sees(name, question))) {
            return new Reasoned(Outcome.REFUSED, "population", null);
        }
        return byRules(policy.on(circumstances(question, populations)));
    }

    private static Permission named(String action) {
        return Permission.valueOf(action.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private List<Role> roles(Question question) {
        return question.roles().stream()
                .filter(access.roles()::containsKey)
                .map(access.roles()::get)
                .toList();
    }

    private static Reasoned byRules(Verdict verdict) {
        if (!verdict.refusals().isEmpty()) {
            return Reasoned.by(Outcome.REFUSED, verdict.refusals());
        }
        if (verdict.wantsApproval()) {
            return Reasoned.by(Outcome.APPROVAL, verdict.approvals());
        }
        return verdict.wantsProof()
                ? Reasoned.by(Outcome.PROOF, verdict.proofs())
                : new Reasoned(Outcome.ALLOWED, null, null);
    }

    private boolean sees(String population, Question question) {
        return population.equals(AccessSettings.EVERYONE)
                || includes(access.populations().get(population), question);
    }

    private static boolean includes(@Nullable PopulationRule rule, Question question) {
        return rule != null
                && (rule.directories().isEmpty() || rule.directories().contains(question.directory()))
                && rule.where().entrySet().stream()
                        .allMatch(wanted -> wanted.getValue().stream()
                                .anyMatch(value -> value.equalsIgnoreCase(
                                        question.attributes().get(wanted.getKey()))));
    }

    private static Circumstances circumstances(Question question, Set<String> populations) {
        return new Circumstances(
                question.action(),
                new Circumstances.Who("", question.roles(), populations),
                new Circumstances.Whom(question.directory(), question.enabled(), question.attributes()),
                question.reason(),
                question.ticket(),
                question.at().atZone(ZoneOffset.UTC));
    }
}
