package latchkey.directory.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import latchkey.directory.AttributeDefinition;
import latchkey.directory.AttributeKey;
import latchkey.directory.Population;

/** Writes a population as a filter, as far as every kind of tenant can filter by its attributes (facts §4.3). */
final class PopulationFilter {

    private static final Set<String> TEXTS =
            Set.of("displayName", "givenName", "surname", "mail", "city", "country", "state", "jobTitle");

    private static final Set<String> LISTS = Set.of("otherMails", "businessPhones");

    // Graph refuses a filter with more than 15 clauses joined by "or"; a question may bring four of its own.
    private static final int MOST_CLAUSES = 10;

    private final Schema schema;

    PopulationFilter(Schema schema) {
        this.schema = schema;
    }

    /** A filter that leaves nobody of the population out, and whoever else it can. */
    Narrowing of(Population among) {
        if (among.everyone()) {
            return none(among);
        }
        var parts = among.parts().stream().map(this::part).toList();
        var clauses = parts.stream().mapToInt(Written::clauses).sum();
        if (clauses > MOST_CLAUSES
                || parts.stream().anyMatch(part -> part.filter().isEmpty())) {
            return none(among);
        }
        var whole = parts.stream().allMatch(Written::whole);
        return new Narrowing(
                Optional.of(joined(parts.stream().map(Written::filter).toList(), " or ")), whole);
    }

    static Narrowing none(Population among) {
        return new Narrowing(Optional.empty(), among.everyone());
    }

    private Written part(Population.Part part) {
        var filters = new ArrayList<String>();
        part.values().forEach((attribute, values) -> filter(attribute, values).ifPresent(filters::add));
        var clauses = part.values().values().stream().mapToInt(Set::size).sum();
        return new Written(
                joined(filters, " and "),
                clauses,
                filters.size() == part.values().size());
    }

    private Optional<String> filter(AttributeKey attribute, Set<String> values) {
        return schema.definition(attribute)
                .filter(definition -> canFilter(definition, values))
                .map(definition -> new TreeSet<>(values)
                        .stream()
                                .map(value -> clause(definition, value))
                                .collect(Collectors.joining(" or ", "(", ")")));
    }

    private static boolean canFilter(AttributeDefinition definition, Set<String> values) {
        var name = definition.key().name();
        return switch (definition.type()) {
            case TEXT -> definition.key().isCustom() || TEXTS.contains(name);
            case TEXTS -> LISTS.contains(name);
            case FLAG -> Set.of("true", "false").containsAll(values);
            case WHOLE, LARGE_WHOLE, MOMENT, BYTES -> false;
        };
    }

    private static String clause(AttributeDefinition definition, String value) {
        var name = definition.key().name();
        return switch (definition.type()) {
            case TEXTS -> name + "/any(o:o eq " + Query.literal(value) + ")";
            case FLAG -> name + " eq " + value;
            case TEXT, WHOLE, LARGE_WHOLE, MOMENT, BYTES -> name + " eq " + Query.literal(value);
        };
    }

    private static String joined(List<String> filters, String with) {
        return switch (filters.size()) {
            case 0 -> "";
            case 1 -> filters.getFirst();
            default -> filters.stream().collect(Collectors.joining(with, "(", ")"));
        };
    }

    /** One part as text; an empty one when nothing of it can be filtered by. */
    private record Written(String filter, int clauses, boolean whole) {}

    /**
     * What is added to a question.
     *
     * @param filter empty when Graph can leave nobody out
     * @param isWhole whether nobody is left for us to leave out
     */
    record Narrowing(Optional<String> filter, boolean isWhole) {

        String applied(String question) {
            return filter.map(limit -> "(" + question + ") and " + limit).orElse(question);
        }
    }
}
