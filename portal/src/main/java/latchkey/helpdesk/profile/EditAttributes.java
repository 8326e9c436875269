package latchkey.helpdesk.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latchkey.access.Permission;
import latchkey.api.Problem;
import latchkey.api.ProblemException;
import latchkey.audit.AuditedChange;
import latchkey.directory.AttributeChanges;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;
import latchkey.directory.Customer;
import latchkey.directory.Directory;
import latchkey.directory.Receipt;
import latchkey.helpdesk.action.Attempt;
import latchkey.helpdesk.action.Effect;
import latchkey.helpdesk.action.Expected;
import latchkey.helpdesk.action.Plan;
import latchkey.helpdesk.action.VerifiedAction;
import latchkey.helpdesk.approval.Leave;
import latchkey.helpdesk.verification.VerifiedCaller;
import org.springframework.stereotype.Component;

/** Changes attributes: only those that differ from what the directory has now, and only after the agent has seen both. */
@Component
class EditAttributes implements VerifiedAction<Edits> {

    static final String NAME = "edit-attributes";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Permission permission() {
        return Permission.EDIT_ATTRIBUTES;
    }

    @Override
    public Optional<Directory.CapabilityName> capability() {
        return Optional.of(Directory.CapabilityName.EDIT_ATTRIBUTES);
    }

    @Override
    public Map<String, String> shown(Customer customer) {
        Map<String, String> shown = new TreeMap<>();
        customer.attributes().forEach((key, value) -> shown.put(key.name(), value.asText()));
        return shown;
    }

    @Override
    public Set<Effect> effects() {
        return Set.of(Effect.ADDRESSES, Effect.PROFILE);
    }

    @Override
    public Set<Effect> effects(Plan plan) {
        return Stream.concat(plan.before().keySet().stream(), plan.after().keySet().stream())
                .map(Effect::ofAttribute)
                .collect(Collectors.toSet());
    }

    @Override
    public Plan plan(Directory directory, Customer customer, Edits edits) {
        var changes = changes(directory, customer, edits);
        if (changes.isEmpty()) {
            throw new ProblemException(Problem.NOTHING_CHANGED);
        }
        return new Plan(
                before(customer, changes),
                after(changes),
                Map.of("attributes", String.join(",", names(changes))),
                expected(changes),
                null);
    }

    @Override
    public Receipt act(Attempt<Edits> attempt, VerifiedCaller caller, Leave leave, AuditedChange announced) {
        var changes = new LinkedHashMap<AttributeKey, Optional<AttributeValue>>();
        attempt.plan().expected().stream()
                .filter(Expected.OfAttribute.class::isInstance)
                .map(Expected.OfAttribute.class::cast)
                .forEach(expected -> changes.put(expected.key(), Optional.ofNullable(expected.value())));
        return attempt.directory().profiles().change(attempt.customer().id(), new AttributeChanges(changes), announced);
    }

    private static SortedMap<AttributeKey, Optional<AttributeValue>> changes(
            Directory directory, Customer customer, Edits edits) {
        var read = new ReadEdits(directory.attributes(), edits);
        if (!read.broken().isEmpty()) {
            throw new ProblemException(
                    Problem.INVALID_ATTRIBUTE, Map.of("attribute", read.labels(), "errors", read.broken()));
        }
        var changes = new TreeMap<>(read.values());
        changes.entrySet().removeIf(entry -> isSame(customer, entry.getKey(), entry.getValue()));
        return changes;
    }

    /** Forms show moments without fractions of a second: typing back what was shown is no change. */
    private static boolean isSame(Customer customer, AttributeKey key, Optional<AttributeValue> value) {
        return customer.attribute(key).map(TypedValues::write).equals(value.map(TypedValues::write));
    }

    private static List<String> names(SortedMap<AttributeKey, Optional<AttributeValue>> changes) {
        return changes.keySet().stream().map(AttributeKey::name).toList();
    }

    private static SortedMap<String, String> before(
            Customer customer, SortedMap<AttributeKey, Optional<AttributeValue>> changes) {
        var before = new TreeMap<String, String>();
        changes.keySet()
                .forEach(key -> customer.attribute(key).ifPresent(value -> before.put(key.name(), value.asText())));
        return before;
    }

    private static SortedMap<String, String> after(SortedMap<AttributeKey, Optional<AttributeValue>> changes) {
        var after = new TreeMap<String, String>();
        changes.forEach((key, value) -> value.ifPresent(now -> after.put(key.name(), now.asText())));
        return after;
    }

    private static List<Expected> expected(SortedMap<AttributeKey, Optional<AttributeValue>> changes) {
        return changes.entrySet().stream()
                .<Expected>map(entry -> new Expected.OfAttribute(
                        entry.getKey(), entry.getValue().orElse(null)))
                .toList();
    }
}
