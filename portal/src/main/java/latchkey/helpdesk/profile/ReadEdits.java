package latchkey.helpdesk.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeKey;
import latchkey.directory.AttributeValue;

/** What an agent typed, read by the definitions of the attributes: all values, and all that break a rule. */
class ReadEdits {

    private final Map<AttributeKey, Optional<AttributeValue>> values = new TreeMap<>();
    private final List<Broken> broken = new ArrayList<>();
    private final List<AttributeDefinition> definitions;

    ReadEdits(List<AttributeDefinition> definitions, Edits edits) {
        this.definitions = definitions;
        edits.typed().forEach(this::read);
    }

    Map<AttributeKey, Optional<AttributeValue>> values() {
        return values;
    }

    List<Broken> broken() {
        return List.copyOf(broken);
    }

    /** What pages call the attributes whose values break a rule. */
    String labels() {
        return broken.stream().map(Broken::label).collect(Collectors.joining(", "));
    }

    private void read(String name, String typed) {
        definition(name)
                .ifPresentOrElse(known -> read(known, typed), () -> broken.add(Broken.of(name, name, Rule.UNKNOWN, 0)));
    }

    private void read(AttributeDefinition definition, String typed) {
        try {
            if (!definition.editable()) {
                throw new BrokenRule(Rule.NOT_EDITABLE);
            }
            values.put(definition.key(), TypedValues.read(definition, typed));
        } catch (BrokenRule e) {
            broken.add(Broken.of(definition.key().name(), definition.label(), e.rule(), e.limit()));
        }
    }

    private Optional<AttributeDefinition> definition(String name) {
        return definitions.stream()
                .filter(known -> known.key().name().equals(name)
                        || known.key().shortName().equals(name))
                .findFirst();
    }
}
