package latchkey.helpdesk.profile;

import java.util.List;
import java.util.TreeSet;
import latchkey.directory.AttributeDefinition;
import latchkey.helpdesk.action.Plan;

/** What would change, line by line. */
class Differences {

    private Differences() {}

    static List<Difference> of(Plan plan, List<AttributeDefinition> definitions) {
        var names = new TreeSet<>(plan.before().keySet());
        names.addAll(plan.after().keySet());
        return names.stream()
                .map(name -> new Difference(
                        name,
                        label(name, definitions),
                        plan.before().get(name),
                        plan.after().get(name)))
                .toList();
    }

    private static String label(String name, List<AttributeDefinition> definitions) {
        return definitions.stream()
                .filter(known -> known.key().name().equals(name))
                .map(AttributeDefinition::label)
                .findFirst()
                .orElse(name);
    }
}
