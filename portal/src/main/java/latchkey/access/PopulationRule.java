package latchkey.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Some of the customers, by plain values, because the directory must be able to filter by them.
 *
 * @param claims values of the roles claim that show them to whoever has one, beside what roles give
 * @param directories where they are; everywhere when empty
 * @param where attributes by short name, each with the values of which a customer must have one
 */
public record PopulationRule(
        @DefaultValue Set<String> claims,
        @DefaultValue Set<String> directories,
        @DefaultValue Map<String, Set<String>> where) {

    public PopulationRule {
        claims = Set.copyOf(claims);
        directories = Set.copyOf(directories);
        where = Map.copyOf(new LinkedHashMap<>(where));
        where.forEach(PopulationRule::demandValues);
        if (where.isEmpty() && directories.isEmpty()) {
            throw new IllegalArgumentException("it leaves nobody out; name directories or values of attributes, or give"
                    + " the population everyone to the role");
        }
    }

    private static void demandValues(String attribute, Set<String> values) {
        if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("the attribute " + attribute + " has no value; write at least one");
        }
    }
}
